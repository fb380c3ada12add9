package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.errorpages.redact.Redactor;
import org.errorpages.source.SourceFinder;
import org.junit.jupiter.api.Test;

final class FrameBudgetTest {

    private static final int NONE = -1;

    @Test
    void allFramesOfShortTracesAreShown() {
        assertThat(shown(List.of(trace(200, NONE, "c"), trace(7, 3, "c")), 1)).containsExactly(200, 7);
    }

    @Test
    void theRootCauseShowsAllFramesAndTheOthersShareTheRest() {
        var traces = Collections.nCopies(25, trace(200, NONE, "c"));

        int[] shown = shown(traces, 9);

        assertThat(shown[9]).isEqualTo(200);
        assertThat(Arrays.stream(shown).sum()).isEqualTo(1_000);
        assertThat(Arrays.stream(shown)).allMatch(count -> count >= 30);
    }

    @Test
    void theFirstApplicationFrameTakesPrecedenceOverOtherFrames() {
        var others = Collections.nCopies(9, trace(200, NONE, "c"));
        var traces = new ArrayList<>(others);
        traces.add(0, trace(200, 150, "c"));

        assertThat(shown(traces, 9)[0]).isGreaterThan(150);
    }

    @Test
    void longNamesReduceTheNumberOfFrames() {
        var traces = Collections.nCopies(25, trace(200, NONE, "<".repeat(400)));

        int[] shown = shown(traces, 24);

        assertThat(Arrays.stream(shown).sum()).isBetween(90, 120);
        assertThat(Arrays.stream(shown).min()).hasValue(3);
    }

    @Test
    void aCycleIsCutCompletelyAndItsFramesAreCounted() {
        var frame = new StackTraceElement("c", "again", "C.java", 1);
        var first = new StackTraceElement("c", "first", "C.java", 1);
        var trace = new ArrayList<>(List.of(first));
        trace.addAll(Collections.nCopies(9, frame));

        var collapsed = StackTraceWithoutRecursion.of(trace).first(1);

        assertThat(collapsed.frames()).containsExactly(first);
        assertThat(collapsed.cycles()).isEmpty();
        assertThat(collapsed.omitted()).isEqualTo(9);
    }

    private static int[] shown(List<List<StackTraceElement>> traces, int root) {
        var code = new ApplicationCode(List.of("own"), SourceFinder.none());
        return new CauseReportsBuilder(Redactor.standard(), code)
                .reports(traces, root).stream().mapToInt(List::size).toArray();
    }

    private static List<StackTraceElement> trace(int length, int applicationFrame, String className) {
        return IntStream.range(0, length)
                .mapToObj(i -> new StackTraceElement(i == applicationFrame ? "own.C" : className, "m", "C.java", 1))
                .toList();
    }
}
