package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.errorpages.CheckedSettings;
import org.errorpages.servlet.ErrorHandlingSettings.DispatchMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorHandlingSettingsTest {

    @Test
    void theDefaultsCoverServerErrorsAndPreferPagesOfTheApplication() {
        var settings = read(Map.of());

        assertThat(settings).isEqualTo(new ErrorHandlingSettings(DispatchMode.APPLICATION_FIRST, false, false, 500));
        assertThat(settings.covers(499)).isFalse();
        assertThat(settings.covers(500)).isTrue();
        assertThat(settings.checksCompletedRequests()).isFalse();
    }

    @Test
    void everySettingIsRead() {
        var settings = read(Map.of(
                "dispatch",
                "container",
                "statuses",
                " 5xx , 4xx ",
                "fillEmptyErrors",
                "true",
                "asyncTimeoutStatus",
                "504"));

        assertThat(settings).isEqualTo(new ErrorHandlingSettings(DispatchMode.CONTAINER, true, true, 504));
        assertThat(settings.covers(400)).isTrue();
        assertThat(settings.description()).isEqualTo("statuses 4xx,5xx, dispatch container");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dispatch           | forward | application-first, errorpages, container",
                "dispatch           | CONTAINER | application-first, errorpages, container",
                "statuses           | 4xx     | 5xx; 4xx,5xx",
                "statuses           | 5xx,3xx | 5xx; 4xx,5xx",
                "statuses           | ''      | 5xx; 4xx,5xx",
                "fillEmptyErrors    | yes     | true, false",
                "asyncTimeoutStatus | 200     | 500, 503, 504",
            })
    void anInvalidValueIsRejectedWithTheAllowedOnes(String key, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(key, value)))
                .withMessage("%s = '%s' is not allowed; allowed: %s", key, value, allowed);
    }

    @ParameterizedTest
    @CsvSource({"auto, application-first", "direct, errorpages"})
    void aRenamedValueIsRejectedWithItsNewName(String value, String renamed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("dispatch", value)))
                .withMessage("dispatch = '%s' is now named '%s'", value, renamed);
    }

    private static ErrorHandlingSettings read(Map<String, String> settings) {
        return ErrorHandlingSettings.from(CheckedSettings.of(settings, ErrorHandlingSettings.KEYS));
    }
}
