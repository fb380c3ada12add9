package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Splits the frames of a throwable into runs, of which those of library code can be folded away.
 *
 * @param origin the frame to point at, or null
 * @param source the source at the first frame of the application, or null
 */
record FrameGroups(@Nullable FrameReport origin, @Nullable Snippet source) {

    /** So many frames of a library in a row are folded; so many of the innermost ones stay visible. */
    private static final int FOLD = 3;

    List<Map<String, Object>> of(List<FrameReport> frames) {
        var models = models(frames);
        var groups = new ArrayList<Map<String, Object>>();
        for (int start = 0; start < frames.size(); ) {
            int end = endOfRun(frames, start);
            int visible = start == 0 ? Math.min(end, FOLD) : start;
            boolean fold = !frames.get(start).own() && end - visible >= FOLD;
            int cut = fold ? visible : end;
            if (cut > start) {
                groups.add(group(models.subList(start, cut), false));
            }
            if (end > cut) {
                groups.add(group(models.subList(cut, end), true));
            }
            start = end;
        }
        return groups;
    }

    private List<Map<String, Object>> models(List<FrameReport> frames) {
        var models = frames.stream().map(this::frame).toList();
        if (source != null) {
            models.get(frames.stream().map(FrameReport::own).toList().indexOf(true))
                    .put("source", source(source));
        }
        return models;
    }

    private static int endOfRun(List<FrameReport> frames, int start) {
        int end = start + 1;
        while (end < frames.size() && frames.get(end).own() == frames.get(start).own()) {
            end++;
        }
        return end;
    }

    private static Map<String, Object> group(List<Map<String, Object>> frames, boolean folded) {
        return PageModel.map(
                "folded", folded,
                "count", Integer.toString(frames.size()),
                "frames", frames);
    }

    private Map<String, Object> frame(FrameReport frame) {
        var kind = frame.own() ? "own" : "library";
        return PageModel.map(
                "call", frame.call(),
                "location", frame.location(),
                "kind", frame.equals(origin) ? "here" : kind,
                "text", frame.text());
    }

    private static Map<String, Object> source(Snippet source) {
        var lines = source.numbered();
        int mark = source.markedLine() - source.firstLine();
        return PageModel.map(
                "newer",
                source.newer(),
                "lines",
                IntStream.range(0, lines.size())
                        .mapToObj(i -> PageModel.map("text", lines.get(i), "kind", i == mark ? "marked" : "around"))
                        .toList());
    }
}
