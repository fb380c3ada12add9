package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.RequestReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the bounds of the store. */
final class IncidentStoreTest {

    private static final RequestSnapshot REQUEST = RequestSnapshot.of("GET", "/orders/42");

    private final Throwable failure = Incidents.thrown("Shop", "order", 1);
    private final ErrorReport sample = Incidents.report(Incidents.incident(0, failure, REQUEST));

    private final IncidentStore store = new IncidentStore(null);

    @Test
    void theLastFiftyIncidentsAreStoredNewestFirst() {
        LongStream.rangeClosed(1, 60).forEach(number -> add(number, Incidents.thrown("Shop", "order", 1)));

        assertThat(store.latest()).hasSize(50);
        assertThat(store.latest().get(0).time()).isEqualTo(Incidents.NOON.plusSeconds(60));
        assertThat(store.latest().get(49).time()).isEqualTo(Incidents.NOON.plusSeconds(11));
        assertThat(store.find(
                        Incidents.incident(10, new Exception(), REQUEST).id().toString()))
                .isEmpty();
        assertThat(store.find(
                        Incidents.incident(11, new Exception(), REQUEST).id().toString()))
                .isPresent();
    }

    @Test
    void anIncidentIsStoredOnce() {
        var incident = Incidents.incident(1, Incidents.thrown("Shop", "order", 1), REQUEST);

        store.add(incident, Incidents.report(incident));
        var again = store.add(incident, Incidents.report(incident));

        assertThat(store.latest()).containsExactly(again);
        assertThat(again.entry().occurrences()).isEqualTo(1);
    }

    @Test
    void theKindThatHasNotOccurredForLongestIsRemoved() {
        add(1, Incidents.thrown("Shop", "often", 1));
        LongStream.range(0, 150).forEach(number -> add(10 + number, Incidents.thrown("Shop", name(number), 1)));
        add(500, Incidents.thrown("Shop", "often", 1));
        LongStream.range(150, 300).forEach(number -> add(10 + number, Incidents.thrown("Shop", name(number), 1)));

        assertThat(add(600, Incidents.thrown("Shop", "often", 1)).entry().occurrences())
                .isEqualTo(3);
        assertThat(add(700, Incidents.thrown("Shop", name(0), 1)).entry().occurrences())
                .isEqualTo(1);
    }

    @Tag("thorough")
    @Test
    void longReportsReplaceOlderOnes() {
        for (int i = 1; i <= 50; i++) {
            var causes = new Exception("m".repeat(8_000));
            Throwable thrown = causes;
            for (int depth = 0; depth < 24; depth++) {
                thrown = new Exception("m".repeat(8_000), thrown);
            }
            add(i, new IllegalStateException("x", thrown));
        }

        long size = store.latest().stream()
                .mapToLong(IncidentStore.StoredIncident::size)
                .sum();
        assertThat(size).isBetween(IncidentStore.MAX_SIZE / 2L, (long) IncidentStore.MAX_SIZE);
        assertThat(store.latest()).hasSizeBetween(2, 49);
    }

    @Test
    void manyDistinctFailuresTakeBoundedMemory() {
        LongStream.range(0, 2_000).forEach(this::addDistinct);
        long before = usedMemory();

        LongStream.range(2_000, 20_000).forEach(this::addDistinct);

        assertThat(usedMemory() - before).isLessThan(20_000_000);
        assertThat(store.latest()).hasSize(50);
    }

    @Test
    void noThrowableIsKept() throws Exception {
        var thrown = new java.lang.ref.WeakReference<>(throwableOfStoredIncident());

        for (int i = 0; i < 50 && thrown.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(store.latest()).hasSize(1);
        assertThat(thrown.get()).isNull();
    }

    private Throwable throwableOfStoredIncident() {
        var thrown = Incidents.thrown("Shop", "order", 1);
        add(1, thrown);
        return thrown;
    }

    private void addDistinct(long number) {
        var inside = Objects.requireNonNull(sample.developer());
        var cause = new CauseReport(
                CauseReport.Relation.THROWN,
                "shop.Failure" + name(number),
                "x".repeat(500),
                List.of(),
                0,
                0,
                0,
                false,
                false,
                0,
                List.of());
        var developer = new DeveloperReport(
                inside.diagnosis(),
                null,
                inside.decision(),
                new RequestReport("GET /" + number, null, List.of(), List.of()),
                List.of(cause),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                inside.publicReport());
        var incident = Incidents.incident(number, failure, REQUEST);
        assertThat(store.add(incident, sample.withDeveloper(developer)).entry().occurrences())
                .isEqualTo(1);
    }

    private IncidentStore.StoredIncident add(long number, Throwable thrown) {
        var incident = Incidents.incident(number, thrown, REQUEST);
        return Objects.requireNonNull(store.add(incident, Incidents.report(incident)));
    }

    /** Returns a name without digits, because the fingerprint ignores digits. */
    private static String name(long number) {
        return Long.toString(number, 10)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + 'a'))
                .reduce("m", String::concat);
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
