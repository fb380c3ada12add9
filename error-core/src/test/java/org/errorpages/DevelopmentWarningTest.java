package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests the warning that is logged at start in development mode. */
final class DevelopmentWarningTest {

    @Test
    void developmentModeLogsOneWarning() {
        assertThat(logged("mode", "development", "developers", "10.1.0.0/16"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getLevel()).isEqualTo(Level.WARN);
                    assertThat(event.getFormattedMessage())
                            .contains(
                                    "DEVELOPMENT MODE", "'10.1.0.0/16'", "/errorpages/incidents", "mode = production");
                });
        assertThat(logged("mode", "development", "incidentsPath", "none"))
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage()).doesNotContain("incidents"));
        assertThat(logged()).isEmpty();
    }

    private static List<ILoggingEvent> logged(String... settings) {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        var logger = (Logger) LoggerFactory.getLogger("org.errorpages");
        logger.addAppender(appender);
        try {
            assertThat(ErrorPages.of(Fixtures.config(settings)).config()).isNotNull();
            return List.copyOf(appender.list);
        } finally {
            logger.detachAppender(appender);
        }
    }
}
