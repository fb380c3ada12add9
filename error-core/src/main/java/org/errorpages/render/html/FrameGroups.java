package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.errorpages.report.FrameReport;
import org.jspecify.annotations.Nullable;

/**
 * Splits the frames of a throwable into runs, of which those of library code can be folded away.
 *
 * @param origin the frame to point at, or null
 */
record FrameGroups(@Nullable FrameReport origin) {

    /** So many frames of a library in a row are folded; so many of the innermost ones stay visible. */
    private static final int FOLD = 3;

    List<Map<String, Object>> of(List<FrameReport> frames) {
        var groups = new ArrayList<Map<String, Object>>();
        for (int start = 0; start < frames.size(); ) {
            int end = endOfRun(frames, start);
            int visible = start == 0 ? Math.min(end, FOLD) : start;
            boolean fold = !frames.get(start).own() && end - visible >= FOLD;
            int cut = fold ? visible : end;
            if (cut > start) {
                groups.add(group(frames.subList(start, cut), false));
            }
            if (end > cut) {
                groups.add(group(frames.subList(cut, end), true));
            }
            start = end;
        }
        return groups;
    }

    private static int endOfRun(List<FrameReport> frames, int start) {
        int end = start + 1;
        while (end < frames.size() && frames.get(end).own() == frames.get(start).own()) {
            end++;
        }
        return end;
    }

    private Map<String, Object> group(List<FrameReport> frames, boolean folded) {
        return PageModel.map(
                "folded", folded,
                "count", Integer.toString(frames.size()),
                "frames", frames.stream().map(this::frame).toList());
    }

    private Map<String, Object> frame(FrameReport frame) {
        var kind = frame.own() ? "own" : "library";
        return PageModel.map(
                "call", frame.call(),
                "location", frame.location(),
                "kind", frame.equals(origin) ? "here" : kind,
                "text", frame.text());
    }
}
