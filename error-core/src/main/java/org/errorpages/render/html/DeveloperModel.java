package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Field;
import org.errorpages.report.FrameReport;

/** The names that only the developer's template may use. */
final class DeveloperModel {

    /** So many frames of a library in a row are folded away. */
    private static final int FOLD = 3;

    private DeveloperModel() {}

    static Map<String, Object> of(DeveloperReport developer, ErrorReport report) {
        var model = PageModel.map(
                "diagnosis", developer.diagnosis(),
                "rule", developer.because().rule(),
                "source", developer.because().source(),
                "requestLine", developer.requestLine(),
                "thrown", !developer.causes().isEmpty(),
                "headers",
                        developer.headers().stream()
                                .map(field -> field(field, report))
                                .toList(),
                "causes", developer.causes().stream().map(DeveloperModel::cause).toList());
        PageModel.putIfKnown(model, "decisive", developer.because().decisive());
        PageModel.putIfKnown(
                model, "depth", Integer.toString(developer.because().depth()));
        PageModel.putIfKnown(model, "handler", developer.handler());
        PageModel.putIfKnown(model, "proxyError", developer.proxyError());
        developer.because().loser().ifPresent(loser -> {
            model.put("loser", loser.rule());
            model.put("loserSource", loser.source());
        });
        return model;
    }

    private static Map<String, Object> field(Field field, ErrorReport report) {
        return PageModel.map(
                "name", field.name(), "value", field.shown(report.messages()), "hidden", field.hiddenBy() != null);
    }

    private static Map<String, Object> cause(CauseReport cause) {
        var model = PageModel.map(
                "relation", cause.relation().name().toLowerCase(Locale.ROOT),
                "className", cause.className(),
                "simpleName", cause.simpleName(),
                "message", cause.message(),
                "groups", groups(cause.frames()),
                "stackless", cause.frames().isEmpty() && cause.commonFrames() == 0);
        if (cause.commonFrames() > 0) {
            model.put("common", Integer.toString(cause.commonFrames()));
        }
        if (cause.omittedFrames() > 0) {
            model.put("omitted", Integer.toString(cause.omittedFrames()));
        }
        return model;
    }

    /** Splits frames into runs, of which those of library code can be folded; the innermost frames stay visible. */
    private static List<Map<String, Object>> groups(List<FrameReport> frames) {
        var groups = new ArrayList<Map<String, Object>>();
        for (int start = 0; start < frames.size(); ) {
            int end = start + 1;
            while (end < frames.size()
                    && frames.get(end).own() == frames.get(start).own()) {
                end++;
            }
            int visible = start == 0 ? Math.min(end, FOLD) : start;
            boolean fold = !frames.get(start).own() && end - visible >= FOLD;
            addGroup(groups, frames.subList(start, fold ? visible : end), false);
            addGroup(groups, frames.subList(fold ? visible : end, end), true);
            start = end;
        }
        return groups;
    }

    private static void addGroup(List<Map<String, Object>> groups, List<FrameReport> frames, boolean folded) {
        if (!frames.isEmpty()) {
            groups.add(PageModel.map(
                    "folded", folded,
                    "count", Integer.toString(frames.size()),
                    "frames", frames.stream().map(DeveloperModel::frame).toList()));
        }
    }

    private static Map<String, Object> frame(FrameReport frame) {
        return PageModel.map(
                "call", frame.call(), "location", frame.location(), "own", frame.own(), "text", frame.text());
    }
}
