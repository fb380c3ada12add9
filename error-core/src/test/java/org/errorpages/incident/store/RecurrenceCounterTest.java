package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.report.DeveloperReport.Recurrence;
import org.errorpages.report.DeveloperReport.Recurrence.Difference;
import org.junit.jupiter.api.Test;

/** Tests the differences between similar failures. */
final class RecurrenceCounterTest {

    private final IncidentStore store = new IncidentStore("/incidents");
    private long number;

    @Test
    void theFirstFailureOfAKindHasNoDifferences() {
        var first = recurrence(RequestSnapshot.of("GET", "/orders/17"), "order 17 is closed");

        assertThat(first.occurrences()).isEqualTo(1);
        assertThat(first.previous()).isNull();
        assertThat(first.differences()).isEmpty();
        assertThat(first.path()).startsWith("/incidents/");
    }

    @Test
    void theNextFailureIsCountedAndComparedWithTheLast() {
        recurrence(RequestSnapshot.of("GET", "/orders/17").withQuery("size=s&colour=red"), "order 17 is closed");
        recurrence(RequestSnapshot.of("GET", "/orders/18").withQuery("size=s&colour=red"), "order 18 is closed");

        var third = recurrence(RequestSnapshot.of("POST", "/orders/18").withQuery("size=m"), "order 19 is closed");

        assertThat(third.occurrences()).isEqualTo(3);
        assertThat(third.first()).isEqualTo(Incidents.NOON.plusSeconds(1));
        assertThat(third.previous()).isEqualTo(Incidents.NOON.plusSeconds(2));
        assertThat(third.differences())
                .containsExactly(
                        new Difference("method", "GET", "POST"),
                        new Difference("parameter size", "s", "m"),
                        new Difference("parameter colour", "red", ""),
                        new Difference("message", "18", "19"));
    }

    @Test
    void headersAreComparedAndAtMostSixDifferencesListed() {
        var request = RequestSnapshot.of("GET", "/");
        recurrence(request.withHeader("Accept", "text/html"), "x");

        assertThat(recurrence(request.withHeader("accept", "*/*"), "x").differences())
                .containsExactly(
                        new Difference("header accept", "", "*/*"), new Difference("header Accept", "text/html", ""));
        var many = request;
        for (int i = 0; i < 50; i++) {
            many = many.withHeader("X-" + i, "1");
        }
        assertThat(recurrence(many, "x").differences()).hasSize(6);
    }

    @Test
    void aDifferenceBetweenSecretsDoesNotShow() {
        recurrence(secret("canary-one"), "password=canary-one");

        var second = recurrence(secret("canary-two"), "password=canary-two");

        assertThat(second.occurrences()).isEqualTo(2);
        assertThat(second.differences()).isEmpty();
    }

    @Test
    void threadsOfOnePoolAreNotADifference() throws InterruptedException {
        inThread("http-exec-1");
        inThread("http-exec-12");
        assertThat(store.latest().get(0).entry().occurrences()).isEqualTo(2);
        assertThat(differencesOfTheLast()).isEmpty();

        inThread("scheduler-1");
        assertThat(differencesOfTheLast()).containsExactly(new Difference("thread", "http-exec-12", "scheduler-1"));
    }

    private java.util.List<Difference> differencesOfTheLast() {
        var developer = Objects.requireNonNull(store.latest().get(0).report().developer());
        return Objects.requireNonNull(developer.recurrence()).differences();
    }

    private void inThread(String name) throws InterruptedException {
        var thread =
                new Thread(() -> recurrence(RequestSnapshot.of("GET", "/"), "x").occurrences(), name);
        thread.start();
        thread.join();
    }

    private static RequestSnapshot secret(String value) {
        return RequestSnapshot.of("GET", "/")
                .withQuery("token=" + value)
                .withHeader("Authorization", "Bearer " + value)
                .withHeader("Cookie", "session=" + value);
    }

    private Recurrence recurrence(RequestSnapshot request, String message) {
        var thrown = new IllegalStateException(message);
        thrown.setStackTrace(Incidents.thrown("Shop", "order", 17).getStackTrace());
        var incident = Incidents.incident(++number, thrown, request);
        var stored = store.add(incident, Incidents.report(incident));
        return Objects.requireNonNull(
                Objects.requireNonNull(stored.report().developer()).recurrence());
    }
}
