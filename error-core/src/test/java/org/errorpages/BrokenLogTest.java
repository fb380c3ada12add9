package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/** Tests that a failing log doesn't affect responses, whether throttled or not. */
final class BrokenLogTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final ManualClock clock = new ManualClock(Fixtures.NOON);

    @BeforeEach
    void breakTheLog() {
        context.addTurboFilter(new FullDisk());
    }

    @AfterEach
    void repairTheLog() {
        context.resetTurboFilterList();
    }

    @Test
    void everyFailureGetsAResponse() {
        var pages = Fixtures.builder("logStacks", "throttled").clock(clock).build();

        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofSeconds(i == 30 ? 61 : 0));
            var response = pages.answer(
                    Failure.thrown(new IllegalStateException("no order")), Fixtures.request("text/plain", "en"));

            assertThat(response.text()).startsWith("500 Internal Server Error");
        }
    }

    private static final class FullDisk extends TurboFilter {
        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                Object @Nullable [] values,
                @Nullable Throwable thrown) {
            if (logger.getName().equals("org.errorpages.incident")) {
                throw new IllegalStateException("the disk is full");
            }
            return FilterReply.NEUTRAL;
        }
    }
}
