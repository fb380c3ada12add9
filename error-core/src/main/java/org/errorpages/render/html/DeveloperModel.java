package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.render.Copies;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.TimeText;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Evidence;
import org.errorpages.report.Field;
import org.errorpages.report.ForeignText;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Hidden;
import org.errorpages.report.Hint;
import org.errorpages.report.Recurrence;
import org.jspecify.annotations.Nullable;

/**
 * The names that only the developer's template may use.
 *
 * @param report the report
 * @param developer what of it is for developers only
 * @param preview the page that the public would see, or null where it has a style of the application's own
 * @param languages the tags of the languages in which the public is answered
 * @param extent how much of it is said
 */
record DeveloperModel(
        ErrorReport report,
        DeveloperReport developer,
        @Nullable String preview,
        List<String> languages,
        Extent extent) {

    private static final int MAX_COMMENTED = 10;

    /** So much of what differed is told at once. */
    private static final int MAX_DIFFERING = 2;

    private static final int MAX_WORD = 32;

    /** How a frame says where its source is, if the class says so. */
    private static final Pattern LINE = Pattern.compile("(.+):\\d+");

    private static final String ICON =
            "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E"
                    + "%3Crect width='32' height='32' rx='6' fill='%23b3261e'/%3E%3Ctext x='16' y='21' fill='white' font-size='14'"
                    + " font-family='sans-serif' font-weight='bold' text-anchor='middle'%3ECODE%3C/text%3E%3C/svg%3E";

    DeveloperModel with(Extent newExtent) {
        return new DeveloperModel(report, developer, preview, languages, newExtent);
    }

    Map<String, Object> names() {
        var code = Integer.toString(report.status().code());
        var model = PageModel.map(
                "title", code + " " + developer.diagnosis(),
                "icon", ICON.replace("CODE", code).replace(" ", "%20"),
                "diagnosis", developer.diagnosis(),
                "comment", comment(),
                "request", request(),
                "hops", hops());
        PageModel.putIfKnown(model, "copies", extent.copies() ? copies() : null);
        PageModel.putIfAny(model, "steps", developer.decision().explanation());
        PageModel.putIfAny(
                model,
                "hints",
                developer.hints().stream().map(DeveloperModel::hint).toList());
        PageModel.putIfAny(model, "runtime", fields(developer.runtime()));
        putDecision(model);
        putSeen(model);
        putCauses(model);
        PageModel.putIfKnown(model, "recurrence", recurrence());
        PageModel.putIfAny(model, "receipt", Hidden.told(developer.hidden(), report.messages()));
        return model;
    }

    private void putCauses(Map<String, Object> model) {
        var sources = new SourceModel(extent.sources());
        var origin = developer.origin();
        var causes = new CauseModel(developer.causes(), origin, sources, report.messages()).all();
        PageModel.putIfAny(model, "causes", causes);
        PageModel.putIfAny(model, "sources", sources.all());
        PageModel.putIfKnown(model, "noSource", extent.sources() && origin != null ? noSource(origin) : null);
        PageModel.putIfKnown(
                model,
                "editor",
                origin == null || origin.editor() == null
                        ? null
                        : origin.editor().url());
    }

    /** Says why the frame to look at has no source, and what to do about it; null where it has one. */
    private @Nullable String noSource(FrameReport origin) {
        if (origin.source() != null) {
            return null;
        }
        var line = LINE.matcher(origin.location());
        return line.matches()
                ? report.messages().get("dev.source.none", "file", line.group(1))
                : report.messages().get("dev.source.unknown", "call", origin.call());
    }

    /** For who sees the bytes only, such as in a tunnel or a terminal; as it is escaped it cannot end the comment. */
    private String comment() {
        return developer.causes().stream()
                .flatMap(cause -> cause.frames().stream())
                .filter(FrameReport::own)
                .limit(MAX_COMMENTED)
                .map(frame -> "\n  at " + frame.text())
                .collect(Collectors.joining("", developer.diagnosis(), ""));
    }

    private void putDecision(Map<String, Object> model) {
        var decision = developer.decision();
        model.put("rule", decision.because().rule());
        model.put("source", decision.because().source());
        model.put("depth", Integer.toString(decision.because().depth()));
        PageModel.putIfKnown(model, "decisive", decision.because().decisive());
        PageModel.putIfKnown(model, "proxyError", decision.proxyError());
        decision.because().loser().ifPresent(loser -> {
            model.put("loser", loser.rule());
            model.put("loserSource", loser.source());
        });
    }

    /** What the public would be told, in its other forms as well. */
    private void putSeen(Map<String, Object> model) {
        var seen = developer.seen();
        model.put("publicJson", Copies.shown(new ProblemJsonRenderer(), seen));
        model.put("publicText", Copies.shown(new TextRenderer(), seen));
        model.put("publicLang", seen.messages().tag());
        model.put("publicDir", seen.messages().direction());
        PageModel.putIfKnown(model, "preview", preview);
        var recurrence = developer.recurrence();
        if (recurrence != null && recurrence.path() != null) {
            PageModel.putIfAny(
                    model,
                    "languages",
                    languages.stream()
                            .map(tag -> PageModel.map("tag", tag, "href", recurrence.path() + "/public/" + tag))
                            .toList());
        }
    }

    private Map<String, Object> request() {
        var request = developer.request();
        var sections = request.sections().stream()
                .map(section -> PageModel.map(
                        "name", text("dev.request." + section.name()), "fields", fields(section.fields())))
                .toList();
        var model = PageModel.map("line", request.line(), "headers", fields(request.headers()), "sections", sections);
        PageModel.putIfKnown(model, "handler", request.handler());
        return model;
    }

    private List<Map<String, Object>> hops() {
        var hops = new ArrayList<Map<String, Object>>();
        for (var hop : report.hops()) {
            var model = PageModel.hop(hop);
            developer.evidence().stream()
                    .filter(evidence -> evidence.place() == hop.place())
                    .findFirst()
                    .ifPresent(evidence -> putEvidence(model, evidence));
            hops.add(model);
        }
        return hops;
    }

    private static void putEvidence(Map<String, Object> model, Evidence evidence) {
        PageModel.putIfAny(model, "facts", evidence.facts());
        PageModel.putIfAny(model, "next", evidence.next());
    }

    private @Nullable Map<String, Object> recurrence() {
        var recurrence = developer.recurrence();
        if (recurrence == null) {
            return null;
        }
        var model = PageModel.map("text", times(recurrence));
        PageModel.putIfAny(model, "differences", differences(recurrence));
        PageModel.putIfAny(
                model,
                "differing",
                recurrence.differences().stream()
                        .limit(MAX_DIFFERING)
                        .map(this::differing)
                        .toList());
        int more = recurrence.differences().size() - MAX_DIFFERING;
        PageModel.putIfKnown(
                model,
                "more",
                more > 0 ? report.messages().get("dev.differences.more", "count", Integer.toString(more)) : null);
        PageModel.putIfKnown(model, "path", recurrence.path());
        return model;
    }

    private String times(Recurrence recurrence) {
        return recurrence.last() == null
                ? text("dev.recurrence.first")
                : report.messages()
                        .get(
                                "dev.recurrence",
                                Map.of(
                                        "count",
                                        Long.toString(recurrence.times()),
                                        "time",
                                        TimeText.clock(recurrence.first())));
    }

    /** What differed on a few words; all of it stands below. */
    private Map<String, Object> differing(Recurrence.Difference difference) {
        return PageModel.map(
                "name", difference.name(), "before", word(difference.before()), "now", word(difference.now()));
    }

    private String word(String value) {
        return value.isEmpty() ? text("dev.memory.absent") : ForeignText.words(value, MAX_WORD);
    }

    private List<Map<String, Object>> differences(Recurrence recurrence) {
        return recurrence.differences().stream()
                .map(difference -> PageModel.map(
                        "name", difference.name(), "before", difference.before(), "now", difference.now()))
                .toList();
    }

    private static Map<String, Object> hint(Hint hint) {
        var model = PageModel.map("title", hint.title(), "text", hint.text());
        PageModel.putIfAny(model, "steps", hint.steps());
        PageModel.putIfKnown(model, "link", hint.link());
        return model;
    }

    private Map<String, Object> copies() {
        var copies = Copies.of(report);
        return PageModel.map("markdown", copies.markdown(), "text", copies.text(), "curl", copies.curl());
    }

    private String text(String key) {
        return report.messages().get(key);
    }

    private List<Map<String, Object>> fields(List<Field> fields) {
        return fields.stream()
                .map(field -> PageModel.map(
                        "name", field.name(),
                        "value", field.shown(report.messages()),
                        "hidden", field.hiddenBy() != null))
                .toList();
    }
}
