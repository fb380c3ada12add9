package org.errorpages.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.errorpages.report.FrameReport;

/**
 * Distributes a report's limited number of frames among its throwables.
 *
 * <p>In this order: the innermost frames of each throwable, all frames of the root cause, an equal share for each
 * throwable, its frames up to the first one in application code, and all others. Inner causes come first.
 */
final class FrameBudget {

    private static final int MAX_FRAMES = 1_000;
    private static final int INNERMOST = 3;
    private static final int MAX_BYTES = 450_000;

    /** The size of the markup around a frame in a page. */
    private static final int MARKUP = 200;

    private final List<List<StackTraceElement>> traces;
    private final List<List<FrameReport>> shown;
    private final FrameReportFactory reports;
    private final SizeBudget bytes = new SizeBudget(MAX_BYTES);
    private int frames = MAX_FRAMES;

    private FrameBudget(List<List<StackTraceElement>> traces, FrameReportFactory reports) {
        this.traces = traces;
        this.shown =
                traces.stream().<List<FrameReport>>map(any -> new ArrayList<>()).toList();
        this.reports = reports;
    }

    /** Returns the reports of the first frames of each trace. */
    static List<List<FrameReport>> of(List<List<StackTraceElement>> traces, int root, FrameReportFactory reports) {
        var budget = new FrameBudget(traces, reports);
        budget.show(root, INNERMOST);
        budget.showEach(index -> INNERMOST);
        budget.show(root, traces.get(root).size());
        int share = INNERMOST + budget.frames / traces.size();
        budget.showEach(index -> share);
        budget.showEach(budget::upToApplicationCode);
        budget.showEach(index -> traces.get(index).size());
        return budget.shown;
    }

    private int upToApplicationCode(int index) {
        var trace = traces.get(index);
        return IntStream.range(0, trace.size())
                .filter(i -> reports.isApplicationCode(trace.get(i)))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    private void showEach(IntUnaryOperator count) {
        for (int i = traces.size() - 1; i >= 0; i--) {
            show(i, count.applyAsInt(i));
        }
    }

    private void show(int index, int count) {
        var trace = traces.get(index);
        var there = shown.get(index);
        while (there.size() < Math.min(count, trace.size()) && frames > 0) {
            var frame = reports.report(trace.get(there.size()));
            if (bytes(frame) > bytes.left()) {
                return;
            }
            bytes.take(bytes(frame));
            there.add(frame);
            frames--;
        }
    }

    /** A page contains each part of a frame twice, and some of them a third time in the name of a group. */
    private static int bytes(FrameReport frame) {
        return MARKUP + 5 * SizeBudget.bytes(frame.text()) / 2;
    }
}
