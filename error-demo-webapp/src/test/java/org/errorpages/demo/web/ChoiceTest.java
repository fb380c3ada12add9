package org.errorpages.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.errorpages.demo.provider.Till;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChoiceTest {

    private final Choice<Till> choice = new Choice<>(List.of(Till.GARBAGE, Till.RESET));

    @Test
    void kindIsGivenInLowerCase() {
        assertThat(choice.parse("reset")).isEqualTo(Till.RESET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RESET", "silent", "reset ", "<script>"})
    void unknownKindIsTheMistakeOfTheClient(String given) {
        var failure = catchThrowableOfType(HttpErrorException.class, () -> choice.parse(given));

        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.publicDetail()).contains("The kind must be one of garbage, reset.");
    }
}
