package org.errorpages.report;

import java.util.List;

/**
 * Decides how many of its frames each throwable of a report may show: each the innermost, then the root all it has, then each some, then each up
 * to the first of the application's own, then each the rest, those nearest to the root before.
 */
final class FrameAllotment {

    private static final int MOST_FRAMES = 1_000;
    private static final int INNERMOST = 3;
    private static final int MOST_BYTES = 450_000;

    /** What the markup around a frame takes in a page. */
    private static final int MARKUP = 200;

    private final List<List<FrameReport>> traces;
    private final int[] shown;
    private final Allowance bytes = new Allowance(MOST_BYTES);
    private int frames = MOST_FRAMES;

    private FrameAllotment(List<List<FrameReport>> traces) {
        this.traces = traces;
        this.shown = new int[traces.size()];
    }

    /** Returns for each trace how many of its frames to show. */
    static int[] of(List<List<FrameReport>> traces, int root) {
        var allotment = new FrameAllotment(traces);
        allotment.show(root, INNERMOST);
        for (int i = traces.size() - 1; i >= 0; i--) {
            allotment.show(i, INNERMOST);
        }
        allotment.show(root, traces.get(root).size());
        int share = INNERMOST + allotment.frames / traces.size();
        for (int i = traces.size() - 1; i >= 0; i--) {
            allotment.show(i, share);
        }
        for (int i = traces.size() - 1; i >= 0; i--) {
            allotment.show(i, allotment.upToFirstOwn(i));
        }
        for (int i = traces.size() - 1; i >= 0; i--) {
            allotment.show(i, traces.get(i).size());
        }
        return allotment.shown;
    }

    private int upToFirstOwn(int place) {
        var trace = traces.get(place);
        for (int i = 0; i < trace.size(); i++) {
            if (trace.get(i).own()) {
                return i + 1;
            }
        }
        return 0;
    }

    private void show(int place, int count) {
        var trace = traces.get(place);
        while (shown[place] < Math.min(count, trace.size())
                && frames > 0
                && bytes.takes(bytes(trace.get(shown[place])))) {
            shown[place]++;
            frames--;
        }
    }

    /** A page says each part of a frame twice, and now and then a third time in the name of a run. */
    private static int bytes(FrameReport frame) {
        return MARKUP + 5 * Allowance.bytes(frame.text()) / 2;
    }
}
