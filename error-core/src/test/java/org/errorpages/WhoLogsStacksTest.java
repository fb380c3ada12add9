package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.stream.IntStream;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests when it matters whether the container logs the stack trace: to listeners, and to a log that would write it. */
final class WhoLogsStacksTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.errorpages.incident");
    private final Level before = logger.getLevel();
    private final ErrorPages pages = Fixtures.standingStill("logStacks", "throttled")
            .incidentIds(IncidentId::random)
            .build();

    @BeforeEach
    void log() {
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void logAsBefore() {
        logger.setLevel(before);
    }

    private static Incident incident(ErrorPages pages) {
        return pages.assess(Failure.thrown(new IllegalStateException("no book")), Fixtures.asking("text/plain", "en"));
    }

    @Test
    void itDoesNotMatterForThrottledIncidents() {
        var results = IntStream.range(0, 12)
                .mapToObj(i -> pages.asksWhoLogsStackOf(incident(pages)))
                .toList();

        assertThat(results).startsWith(true, true).endsWith(false, false);
    }

    @Test
    void itAlwaysMattersToListeners() {
        var withListener = Fixtures.standingStill().listener(incident -> {}).build();
        logger.setLevel(Level.OFF);

        assertThat(withListener.asksWhoLogsStackOf(incident(withListener))).isTrue();
    }

    @Test
    void itDoesNotMatterIfTheLogIsOff() {
        logger.setLevel(Level.OFF);

        assertThat(pages.asksWhoLogsStackOf(incident(pages))).isFalse();
    }
}
