package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.report.CauseReport;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.report.FrameGroup;
import org.errorpages.report.FrameReport;
import org.errorpages.report.FrameRuns;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The causes as the developer's template has them: the root first, each followed by what it suppressed.
 *
 * @param causes the causes, outermost first, each before those that hang on it
 * @param origin the frame to point at, or null
 * @param sources takes the sources that the frames have
 * @param messages the texts of the developer's language
 */
record CauseModel(List<CauseReport> causes, @Nullable FrameReport origin, SourceModel sources, Messages messages) {

    /** So much of a message is seen at once. */
    private static final int SHOWN = 600;

    private static final int DEEPEST = 6;

    List<Map<String, Object>> all() {
        var models = new ArrayList<Map<String, Object>>();
        var branches = CauseReport.branches(causes);
        @Nullable Relation inner = null;
        for (int i = branches.size() - 1; i >= 0; i--) {
            var head = branches.get(i).get(0);
            var model = cause(head, relationToInner(inner), 0);
            putCount(model, "common", "dev.frames.shared", head.commonFrames());
            models.add(model);
            branches.get(i).stream()
                    .skip(1)
                    .map(cause -> cause(cause, relation(cause.relation()), cause.depth() - head.depth()))
                    .forEach(models::add);
            inner = head.relation();
        }
        return models;
    }

    /** A throwable is told of after the one inside it. */
    private @Nullable String relationToInner(@Nullable Relation inner) {
        if (inner == null) {
            return null;
        }
        return messages.get(inner == Relation.NEXT ? "dev.cause.before" : "dev.cause.wrapped");
    }

    private @Nullable String relation(Relation relation) {
        return switch (relation) {
            case THROWN -> null;
            case CAUSE -> messages.get("dev.cause.by");
            case NEXT -> messages.get("dev.cause.next");
            case SUPPRESSED -> messages.get("dev.cause.suppressed");
        };
    }

    private Map<String, Object> cause(CauseReport cause, @Nullable String relation, int indent) {
        var message = cause.message();
        int cut = message.length() <= SHOWN ? message.length() : message.offsetByCodePoints(0, SHOWN / 2);
        var model = PageModel.map(
                "kind", cause.wrapper() ? "wrapper" : cause.relation().name().toLowerCase(Locale.ROOT),
                "indent", "depth" + Math.min(indent, DEEPEST),
                "className", cause.className(),
                "simpleName", cause.simpleName(),
                "groups",
                        FrameRuns.groups(cause, messages).stream()
                                .map(group -> group(group, message))
                                .toList());
        PageModel.putIfAny(model, "message", message.substring(0, cut));
        PageModel.putIfAny(model, "rest", message.substring(cut));
        PageModel.putIfKnown(model, "relation", relation);
        PageModel.putIfKnown(model, "note", note(cause));
        putCount(model, "common", "dev.frames.common", cause.commonFrames());
        putCount(model, "omitted", "dev.frames.more", cause.omittedFrames());
        putCount(model, "omittedCauses", "dev.cause.more", cause.omittedCauses());
        return model;
    }

    private @Nullable String note(CauseReport cause) {
        if (cause.seenAbove()) {
            return messages.get("dev.cause.seen");
        }
        if (cause.wrapper()) {
            return messages.get("dev.cause.wrapper");
        }
        return cause.frames().isEmpty() && cause.commonFrames() == 0 && cause.omittedFrames() == 0
                ? messages.get("dev.nostack")
                : null;
    }

    private void putCount(Map<String, Object> model, String name, String key, int count) {
        if (count > 0) {
            model.put(name, messages.get(key, "count", Integer.toString(count)));
        }
    }

    private Map<String, Object> group(FrameGroup group, String message) {
        var model = PageModel.map(
                "folded", group.folded(),
                "name",
                        messages.get(
                                "dev.frames.folded",
                                Map.of("count", Integer.toString(group.frames().size()), "group", group.name())),
                "frames",
                        group.frames().stream()
                                .map(frame -> frame(frame, message))
                                .toList());
        PageModel.putIfKnown(model, "repeats", group.repeated() ? group.name() : null);
        return model;
    }

    private Map<String, Object> frame(FrameReport frame, String message) {
        boolean here = frame.equals(origin);
        var model = PageModel.map(
                "call", frame.call(),
                "location", frame.location(),
                "className", frame.className());
        if (frame.own()) {
            model.put("kind", here ? "here" : "own");
        }
        PageModel.putIfKnown(model, "library", frame.library());
        PageModel.putIfKnown(model, "editor", sources.editor(frame));
        PageModel.putIfKnown(model, "target", sources.add(frame, here, message));
        return model;
    }
}
