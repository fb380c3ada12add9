package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShellSettingsTest {

    @Test
    void withoutSettingsServerErrorsAreOursAndPagesOfTheApplicationCount() {
        var settings = ShellSettings.from(Map.of());

        assertThat(settings).isEqualTo(new ShellSettings(Dispatch.AUTO, false, false, 500));
        assertThat(settings.covers(499)).isFalse();
        assertThat(settings.covers(500)).isTrue();
        assertThat(settings.looksAtWhatSucceeds()).isFalse();
    }

    @Test
    void everySettingIsRead() {
        var settings = ShellSettings.from(Map.of(
                "dispatch", "container", "statuses", " 5xx , 4xx ", "bareStatus", "true", "asyncTimeoutStatus", "504"));

        assertThat(settings).isEqualTo(new ShellSettings(Dispatch.CONTAINER, true, true, 504));
        assertThat(settings.covers(400)).isTrue();
        assertThat(settings.described()).isEqualTo("statuses 4xx,5xx, dispatch container");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dispatch           | forward | auto, direct, container",
                "dispatch           | AUTO    | auto, direct, container",
                "statuses           | 4xx     | 5xx; 4xx,5xx",
                "statuses           | 5xx,3xx | 5xx; 4xx,5xx",
                "statuses           | ''      | 5xx; 4xx,5xx",
                "bareStatus         | yes     | true, false",
                "asyncTimeoutStatus | 200     | 500, 503, 504",
            })
    void whatIsNotAllowedIsRefusedWithWhatIs(String key, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShellSettings.from(Map.of(key, value)))
                .withMessage("%s = '%s' is not allowed; allowed: %s", key, value, allowed);
    }
}
