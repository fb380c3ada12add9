package org.errorpages.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.errorpages.report.FrameReport;

/**
 * Reports as many frames of each throwable as fit into a report: each the innermost, then the root all it has, then each some, then each up
 * to the first of the application's own, then each the rest, those nearest to the root before.
 */
final class FrameBudget {

    private static final int MOST_FRAMES = 1_000;
    private static final int INNERMOST = 3;
    private static final int MOST_BYTES = 450_000;

    /** What the markup around a frame takes in a page. */
    private static final int MARKUP = 200;

    private final List<List<StackTraceElement>> traces;
    private final List<List<FrameReport>> shown;
    private final FrameReportFactory reports;
    private final SizeBudget bytes = new SizeBudget(MOST_BYTES);
    private int frames = MOST_FRAMES;

    private FrameBudget(List<List<StackTraceElement>> traces, FrameReportFactory reports) {
        this.traces = traces;
        this.shown =
                traces.stream().<List<FrameReport>>map(any -> new ArrayList<>()).toList();
        this.reports = reports;
    }

    /** Returns the reports of the first frames of each trace. */
    static List<List<FrameReport>> of(List<List<StackTraceElement>> traces, int root, FrameReportFactory reports) {
        var allotment = new FrameBudget(traces, reports);
        allotment.show(root, INNERMOST);
        allotment.showEach(place -> INNERMOST);
        allotment.show(root, traces.get(root).size());
        int share = INNERMOST + allotment.frames / traces.size();
        allotment.showEach(place -> share);
        allotment.showEach(allotment::upToFirstOwn);
        allotment.showEach(place -> traces.get(place).size());
        return allotment.shown;
    }

    private int upToFirstOwn(int place) {
        var trace = traces.get(place);
        for (int i = 0; i < trace.size(); i++) {
            if (reports.isOwn(trace.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Those nearest to the root come first. */
    private void showEach(IntUnaryOperator count) {
        for (int i = traces.size() - 1; i >= 0; i--) {
            show(i, count.applyAsInt(i));
        }
    }

    private void show(int place, int count) {
        var trace = traces.get(place);
        var there = shown.get(place);
        while (there.size() < Math.min(count, trace.size()) && frames > 0) {
            var frame = reports.report(trace.get(there.size()));
            if (!bytes.takes(bytes(frame))) {
                return;
            }
            there.add(frame);
            frames--;
        }
    }

    /** A page says each part of a frame twice, and now and then a third time in the name of a run. */
    private static int bytes(FrameReport frame) {
        return MARKUP + 5 * SizeBudget.bytes(frame.text()) / 2;
    }
}
