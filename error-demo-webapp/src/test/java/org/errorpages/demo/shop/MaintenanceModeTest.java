package org.errorpages.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;

final class MaintenanceModeTest {

    @Test
    void aClosedShopResultsIn503WithRetryAfter() {
        var closed = new MaintenanceMode("Restocking.", Duration.ofMinutes(10));

        var failure = catchThrowableOfType(HttpErrorException.class, closed::check);

        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.publicDetail()).contains("Restocking.");
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(10));
    }

    @Test
    void anOpenShopThrowsNothing() {
        assertThatCode(new MaintenanceMode("Restocking.", Duration.ZERO)::check).doesNotThrowAnyException();
    }
}
