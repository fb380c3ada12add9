package org.errorpages.incident.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.errorpages.ErrorPagesConfig;
import org.errorpages.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the setting {@code logStacks}. */
final class StackTraceLoggingTest {

    @Test
    void theLogIsThrottledByDefault() {
        assertThat(ErrorPagesConfig.defaults().logStacks()).isEqualTo(StackTraceLogging.THROTTLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "ALL", ""})
    void anUnknownValueIsRejected(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.config("logStacks", value))
                .withMessage("logStacks = '" + value + "' is not allowed; allowed: all, throttled");
    }

    @Test
    void theFormerNameOfThrottledIsRejectedWithTheNewOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fixtures.config("logStacks", "once-per-minute"))
                .withMessage("logStacks = 'once-per-minute' is now named 'throttled'");
    }
}
