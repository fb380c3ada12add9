package org.errorpages.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.errorpages.demo.payment.MockPaymentServer.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnumParameterTest {

    private final EnumParameter<Failure> parameter = new EnumParameter<>(List.of(Failure.GARBAGE, Failure.RESET));

    @Test
    void theKindIsWrittenInLowerCase() {
        assertThat(parameter.parse("reset")).isEqualTo(Failure.RESET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RESET", "silent", "reset ", "<script>"})
    void anUnknownKindResultsIn400(String given) {
        var failure = catchThrowableOfType(HttpErrorException.class, () -> parameter.parse(given));

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.publicDetail()).contains("The kind must be one of garbage, reset.");
    }
}
