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

/** The bounds of the memory. */
final class IncidentStoreTest {

    private static final RequestSnapshot REQUEST = RequestSnapshot.of("GET", "/orders/42");

    private final Throwable failure = Incidents.thrown("Shop", "order", 1);
    private final ErrorReport sample = Incidents.report(Incidents.incident(0, failure, REQUEST));

    private final IncidentStore memory =
            new IncidentStore(null, report -> report.toString().length());

    @Test
    void theLastFiftyAreRememberedNewestFirst() {
        LongStream.rangeClosed(1, 60).forEach(number -> remember(number, Incidents.thrown("Shop", "order", 1)));

        assertThat(memory.latest()).hasSize(50);
        assertThat(memory.latest().get(0).time()).isEqualTo(Incidents.NOON.plusSeconds(60));
        assertThat(memory.latest().get(49).time()).isEqualTo(Incidents.NOON.plusSeconds(11));
        assertThat(memory.find(
                        Incidents.incident(10, new Exception(), REQUEST).id().toString()))
                .isEmpty();
        assertThat(memory.find(
                        Incidents.incident(11, new Exception(), REQUEST).id().toString()))
                .isPresent();
    }

    @Test
    void anIncidentIsRememberedOnce() {
        var incident = Incidents.incident(1, Incidents.thrown("Shop", "order", 1), REQUEST);

        memory.remember(incident, Incidents.report(incident));
        var again = memory.remember(incident, Incidents.report(incident));

        assertThat(memory.latest()).containsExactly(again);
        assertThat(again.line().times()).isEqualTo(1);
    }

    @Test
    void aKindThatWasNotSeenForLongIsForgotten() {
        remember(1, Incidents.thrown("Shop", "often", 1));
        LongStream.range(0, 150).forEach(number -> remember(10 + number, Incidents.thrown("Shop", name(number), 1)));
        remember(500, Incidents.thrown("Shop", "often", 1));
        LongStream.range(150, 300).forEach(number -> remember(10 + number, Incidents.thrown("Shop", name(number), 1)));

        assertThat(remember(600, Incidents.thrown("Shop", "often", 1)).line().times())
                .isEqualTo(3);
        assertThat(remember(700, Incidents.thrown("Shop", name(0), 1)).line().times())
                .isEqualTo(1);
    }

    @Tag("thorough")
    @Test
    void longReportsMakeRoomForEachOther() {
        for (int i = 1; i <= 50; i++) {
            var causes = new Exception("m".repeat(8_000));
            Throwable thrown = causes;
            for (int depth = 0; depth < 24; depth++) {
                thrown = new Exception("m".repeat(8_000), thrown);
            }
            remember(i, new IllegalStateException("x", thrown));
        }

        long characters =
                memory.latest().stream().mapToLong(StoredIncident::characters).sum();
        assertThat(characters).isBetween(IncidentStore.MOST_CHARACTERS / 2L, (long) IncidentStore.MOST_CHARACTERS);
        assertThat(memory.latest()).hasSizeBetween(2, 49);
    }

    @Test
    void aStormOfDistinctFailuresTakesNoMoreRoomThanItsEnd() {
        LongStream.range(0, 2_000).forEach(this::storm);
        long before = used();

        LongStream.range(2_000, 20_000).forEach(this::storm);

        assertThat(used() - before).isLessThan(20_000_000);
        assertThat(memory.latest()).hasSize(50);
    }

    @Test
    void nothingThatWasThrownIsKept() throws Exception {
        var thrown = new java.lang.ref.WeakReference<>(rememberedOne());

        for (int i = 0; i < 50 && thrown.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }

        assertThat(memory.latest()).hasSize(1);
        assertThat(thrown.get()).isNull();
    }

    private Throwable rememberedOne() {
        var thrown = Incidents.thrown("Shop", "order", 1);
        remember(1, thrown);
        return thrown;
    }

    private void storm(long number) {
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
                inside.seen());
        var incident = Incidents.incident(number, failure, REQUEST);
        assertThat(memory.remember(incident, sample.with(developer)).line().times())
                .isEqualTo(1);
    }

    private StoredIncident remember(long number, Throwable thrown) {
        var incident = Incidents.incident(number, thrown, REQUEST);
        return Objects.requireNonNull(memory.remember(incident, Incidents.report(incident)));
    }

    /** A name without digits, which would be folded. */
    private static String name(long number) {
        return Long.toString(number, 10)
                .chars()
                .mapToObj(c -> Character.toString(c - '0' + 'a'))
                .reduce("m", String::concat);
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
