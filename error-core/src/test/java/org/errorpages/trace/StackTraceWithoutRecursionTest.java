package org.errorpages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.errorpages.describe.Fixtures;
import org.errorpages.report.CauseReport.RecursionCycle;
import org.errorpages.trace.FrameGrouper.FrameGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a recursion is reduced to one cycle. */
final class StackTraceWithoutRecursionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 40})
    void aCycleIsKeptOnceWithItsCount(int length) {
        var trace = new ArrayList<>(calls("top", 4));
        for (int i = 0; i < 300; i++) {
            trace.addAll(calls("cycle", length));
        }
        trace.addAll(calls("main", 5));

        var collapsed = StackTraceWithoutRecursion.of(trace);

        assertThat(collapsed.cycles()).containsExactly(new RecursionCycle(4, length, 300));
        assertThat(collapsed.omitted()).isZero();
        assertThat(collapsed.frames())
                .hasSize(4 + length + 5)
                .endsWith(calls("main", 5).get(4));
    }

    @Test
    void theRestOfACycleThatTheJvmCutsIsKept() {
        var trace = new ArrayList<StackTraceElement>();
        IntStream.range(0, 512).forEach(i -> trace.addAll(calls("cycle", 2)));
        trace.remove(0);

        var collapsed = StackTraceWithoutRecursion.of(trace);

        assertThat(collapsed.cycles()).containsExactly(new RecursionCycle(0, 2, 511));
        assertThat(collapsed.frames()).hasSize(3);
    }

    @Test
    void aCallThatOccursTwiceIsNotARecursion() {
        var trace = new ArrayList<>(calls("once", 2));
        trace.addAll(calls("once", 2));

        assertThat(StackTraceWithoutRecursion.of(trace).cycles()).isEmpty();
        assertThat(StackTraceWithoutRecursion.of(trace).frames()).hasSize(4);

        var same = List.of(trace.get(0), trace.get(0));
        assertThat(StackTraceWithoutRecursion.of(same).cycles()).isEmpty();
        assertThat(StackTraceWithoutRecursion.of(same).frames()).isEqualTo(same);
    }

    @Test
    void aRealStackOverflowContainsACycle() {
        var causes = Fixtures.developerReport(overflow(), "org.errorpages").causes();

        assertThat(causes.get(0).cycles()).isNotEmpty().anySatisfy(cycle -> assertThat(cycle.repetitions())
                .isGreaterThan(100));
        assertThat(FrameGrouper.group(causes.get(0), Fixtures.ENGLISH))
                .extracting(FrameGroup::name)
                .anyMatch(name -> name.matches("repeats \\d{3,} times"));
    }

    private static Throwable overflow() {
        try {
            even(0);
            throw new IllegalStateException();
        } catch (StackOverflowError e) {
            return e;
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int even(int depth) {
        return odd(depth + 1) + 1;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int odd(int depth) {
        return even(depth + 1) + 1;
    }

    private static List<StackTraceElement> calls(String method, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(line -> new StackTraceElement("shop.Order", method, "Order.java", line))
                .toList();
    }
}
