package org.errorpages.incident.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.ErrorPages;
import org.errorpages.Fixtures;
import org.errorpages.ManualClock;
import org.errorpages.classify.ErrorMap;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.IncidentId;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests throttling of the log. */
final class LogThrottleTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.errorpages.incident");
    private final boolean additive = logger.isAdditive();
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final ManualClock clock = new ManualClock(Fixtures.NOON);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(additive);
        logger.setLevel(before);
    }

    private ErrorPages pages(String... settings) {
        var defaults = new ArrayList<>(List.of("logStacks", "throttled"));
        defaults.addAll(List.of(settings));
        return Fixtures.builder(defaults.toArray(String[]::new))
                .clock(clock)
                .incidentIds(IncidentId::random)
                .build();
    }

    private List<IncidentId> fail(ErrorPages pages, int times, Throwable thrown) {
        return IntStream.range(0, times)
                .mapToObj(i -> pages.answer(Failure.thrown(thrown), Fixtures.request("text/plain", "en"))
                        .incident())
                .toList();
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private long stacks() {
        return log.list.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .count();
    }

    private static IllegalStateException bug() {
        return new IllegalStateException("no order");
    }

    @Test
    void tenFailuresInASecondHaveALineAndAStackTraceEach() {
        var ids = fail(pages(), 10, bug());

        assertThat(lines()).hasSize(10);
        assertThat(stacks()).isEqualTo(10);
        assertThat(ids).allSatisfy(id -> assertThat(lines()).anyMatch(line -> line.startsWith(id + " 500 ")));
    }

    @Test
    void furtherFailuresOfTheSecondShareOneLine() {
        fail(pages(), 1_000, bug());

        assertThat(lines()).hasSize(11);
        assertThat(stacks()).isEqualTo(10);
        assertThat(lines().get(10)).contains("-* 500 GET /orders/42 java.lang.IllegalStateException: no order [");
    }

    @Test
    void theLogHasEveryIdInFullOrByItsFirstEightCharacters() {
        var pages = pages();
        var ids = new ArrayList<IncidentId>();
        for (int second = 0; second < 90; second++) {
            ids.addAll(fail(pages, 50, bug()));
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(Set.copyOf(ids)).hasSize(ids.size());
        assertAllFound(ids);
        assertThat(lines().size()).isLessThan(90 + 2 * 11);
    }

    private void assertAllFound(List<IncidentId> ids) {
        var begins = lines().stream().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        assertThat(ids).allMatch(id -> begins.contains(id.toString()) || begins.contains(id.series() + "-*"));
    }

    @Test
    void eachThrottledSecondHasOneLineWithTheNumberSuppressedBefore() {
        var pages = pages();
        fail(pages, 30, bug());
        clock.advance(Duration.ofSeconds(1));
        fail(pages, 5, bug());
        clock.advance(Duration.ofSeconds(20));
        fail(pages, 1, bug());

        assertThat(stacks()).isEqualTo(10);
        assertThat(lines().subList(10, lines().size()))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" (throttled: 0 similar failures suppressed so far)"),
                        line -> assertThat(line).endsWith(" (throttled: 20 similar failures suppressed so far)"),
                        line -> assertThat(line).endsWith(" (throttled: 25 similar failures suppressed so far)"));
    }

    @Test
    void afterAMinuteTheTotalIsLoggedAndStackTracesAreLoggedAgain() {
        var pages = pages();
        fail(pages, 30, bug());
        clock.advance(Duration.ofSeconds(59));
        fail(pages, 7, bug());
        clock.advance(Duration.ofSeconds(1));
        log.list.clear();

        fail(pages, 2, bug());

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0))
                .startsWith("27 similar failures suppressed since 2026-11-22T12:00:00Z, last: 500 GET /orders/42 ");
        assertThat(stacks()).isEqualTo(2);
    }

    @Test
    void theTotalIsLoggedWhenTheApplicationStops() {
        var pages = pages();
        fail(pages, 30, bug());

        pages.close();
        pages.close();

        assertThat(lines())
                .filteredOn(line -> line.startsWith("20 similar failures suppressed since "))
                .hasSize(1);
    }

    @Test
    void anotherKindOfFailureIsNotThrottled() {
        var pages = pages();
        fail(pages, 500, bug());
        log.list.clear();

        fail(pages, 1, new IllegalArgumentException("no such size"));
        pages.answer(
                Failure.thrown(bug()),
                new RequestSnapshot("GET", "/carts", null, RequestHeaders.none(), "127.0.0.1", "carts", null));

        assertThat(stacks()).isEqualTo(2);
    }

    @Test
    void aClassifiedFailureThatIsNotReportedIsNotInTheLog() {
        var pages = pages();
        for (int i = 0; i < 100; i++) {
            pages.classify(Failure.thrown(bug()), Fixtures.request("text/plain", "en"));
        }
        pages.close();

        assertThat(lines()).isEmpty();
    }

    @Test
    void anIncidentReportedAfterItsSecondHasALineOfItsOwn() {
        var pages = pages();
        fail(pages, 20, bug());

        var late = pages.report(Failure.thrown(bug()), Fixtures.request("text/plain", "en"), incident -> {
            clock.advance(Duration.ofSeconds(1));
            fail(pages, 20, bug());
            return false;
        });

        assertThat(lines()).last().asString().startsWith(late.id() + " 500 GET /orders/42 ");
    }

    @Test
    void failuresWithDifferentMessagesAreSimilar() {
        var pages = pages();

        for (int i = 0; i < 1_000; i++) {
            fail(pages, 1, new IllegalStateException("no order " + i));
        }

        assertThat(lines()).hasSize(11);
    }

    @Test
    void theSettingAllTurnsThrottlingOff() {
        fail(pages("logStacks", "all"), 500, bug());

        assertThat(stacks()).isEqualTo(500);
    }

    @Test
    void clientErrorsAreThrottledToo() {
        var pages = pages();
        for (int i = 0; i < 100; i++) {
            pages.answer(Failure.sent(404, ""), Fixtures.request("text/plain", "en"));
        }

        assertThat(log.list).hasSize(11).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
    }

    @Test
    void disconnectedClientsAreNotThrottled() {
        var map = ErrorMap.builtIn().overruledBy("java.io.IOException = aborted", "app.properties");
        var pages = Fixtures.builder("logStacks", "throttled")
                .clock(clock)
                .errorMap(map)
                .build();

        fail(pages, 100, new IOException("Broken pipe"));

        assertThat(log.list).hasSize(100).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    }

    @Test
    void manyKindsOfFailuresDoNotFloodTheLog() {
        var pages = pages();
        for (int i = 0; i < 5_000; i++) {
            var request =
                    new RequestSnapshot("GET", "/", null, RequestHeaders.none(), "127.0.0.1", "servlet " + i, null);
            pages.answer(Failure.thrown(bug()), request);
        }

        assertThat(lines().size()).isBetween(200, 200 + 11);
    }

    @Test
    void aClockThatIsSetBackEndsThrottling() {
        var pages = pages();
        fail(pages, 100, bug());
        clock.advance(Duration.ofHours(-2));
        log.list.clear();

        fail(pages, 5, bug());

        assertThat(stacks()).isEqualTo(5);
    }

    @Test
    void lateThreadsDoNotEndThrottling() {
        var pages = pages();
        fail(pages, 100, bug());
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofSeconds(i % 2 == 0 ? 1 : -1));
            fail(pages, 20, bug());
        }

        assertThat(stacks()).isEqualTo(10);
        assertThat(lines()).hasSizeLessThan(15);
    }

    @Test
    void threadsShareNoId() throws InterruptedException {
        var pages = pages();
        Set<IncidentId> ids = ConcurrentHashMap.newKeySet();
        var threads = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> ids.addAll(fail(pages, 2_000, bug()))))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }

        assertThat(ids).hasSize(16_000);
        assertThat(lines()).hasSize(11);
        assertAllFound(List.copyOf(ids));
    }
}
