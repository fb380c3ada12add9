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

/** Who has logged a stack is found out only for who asks: a listener, or a log that is about to write it. */
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
    void aThrottledIncidentNeedsNoAnswer() {
        var asked = IntStream.range(0, 12)
                .mapToObj(i -> pages.asksWhoLogsStackOf(incident(pages)))
                .toList();

        assertThat(asked).startsWith(true, true).endsWith(false, false);
    }

    @Test
    void listenersAlwaysAsk() {
        var listenedTo = Fixtures.standingStill().listener(incident -> {}).build();
        logger.setLevel(Level.OFF);

        assertThat(listenedTo.asksWhoLogsStackOf(incident(listenedTo))).isTrue();
    }

    @Test
    void whereNothingIsLoggedNobodyAsks() {
        logger.setLevel(Level.OFF);

        assertThat(pages.asksWhoLogsStackOf(incident(pages))).isFalse();
    }
}
