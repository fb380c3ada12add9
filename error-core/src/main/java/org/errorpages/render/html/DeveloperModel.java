package org.errorpages.render.html;

import java.util.Locale;
import java.util.Map;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Field;
import org.errorpages.report.FrameReport;
import org.jspecify.annotations.Nullable;

/** The names that only the developer's template may use. */
final class DeveloperModel {

    private DeveloperModel() {}

    static Map<String, Object> of(DeveloperReport developer, ErrorReport report) {
        var model = PageModel.map(
                "diagnosis", developer.diagnosis(),
                "rule", developer.decision().because().rule(),
                "source", developer.decision().because().source(),
                "steps", developer.decision().explanation(),
                "requestLine", developer.request().line(),
                "thrown", !developer.causes().isEmpty(),
                "headers",
                        developer.request().headers().stream()
                                .map(field -> field(field, report))
                                .toList(),
                "causes",
                        developer.causes().stream()
                                .map(cause -> cause(cause, developer.origin()))
                                .toList());
        PageModel.putIfKnown(model, "decisive", developer.decision().because().decisive());
        PageModel.putIfKnown(
                model, "depth", Integer.toString(developer.decision().because().depth()));
        PageModel.putIfKnown(model, "handler", developer.request().handler());
        PageModel.putIfKnown(model, "proxyError", developer.decision().proxyError());
        developer.decision().because().loser().ifPresent(loser -> {
            model.put("loser", loser.rule());
            model.put("loserSource", loser.source());
        });
        return model;
    }

    private static Map<String, Object> field(Field field, ErrorReport report) {
        return PageModel.map(
                "name", field.name(), "value", field.shown(report.messages()), "hidden", field.hiddenBy() != null);
    }

    private static Map<String, Object> cause(CauseReport cause, @Nullable FrameReport origin) {
        var model = PageModel.map(
                "relation", cause.relation().name().toLowerCase(Locale.ROOT),
                "className", cause.className(),
                "simpleName", cause.simpleName(),
                "message", cause.message(),
                "groups", new FrameGroups(origin, cause.source()).of(cause.frames()),
                "stackless", cause.frames().isEmpty() && cause.commonFrames() == 0 && !cause.seenAbove());
        if (cause.commonFrames() > 0) {
            model.put("common", Integer.toString(cause.commonFrames()));
        }
        if (cause.omittedFrames() > 0) {
            model.put("omitted", Integer.toString(cause.omittedFrames()));
        }
        return model;
    }
}
