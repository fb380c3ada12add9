package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures the log tells one by one, as a setting. */
final class LogStacksTest {

    @Test
    void stormsAreTakenForGranted() {
        assertThat(ErrorPagesConfig.defaults().logStacks()).isEqualTo(LogStacks.ONCE_PER_MINUTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "ALL", ""})
    void anotherSettingIsRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.config("logStacks", value))
                .withMessage("logStacks = '" + value + "' is not allowed; allowed: all, once-per-minute");
    }
}
