package org.errorpages.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.errorpages.hint.Hint;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor.RedactionCount;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.trace.FrameGrouper;
import org.errorpages.trace.FrameGrouper.FrameGroup;
import org.jspecify.annotations.Nullable;

/**
 * Presents a report in its language for all renderers, which add order and syntax only.
 *
 * @param developer the parts for a permitted developer, or null for the public
 */
public record ReportView(ErrorReport report, @Nullable Developer developer) {

    /** A label and a value, or a note in place of a redacted value. */
    public record Row(String label, String value, boolean redacted) {

        /** Returns label and value on one line. */
        public String line() {
            return label + ": " + value;
        }
    }

    /** Rows under a title; the name is the same in all languages. */
    public record Section(String name, String title, List<Row> rows) {

        /** Returns each row on one line. */
        public List<String> lines() {
            return rows.stream().map(Row::line).toList();
        }
    }

    /** A rule or error type that determined the status, and the location of the rule or null. */
    public record ReasonView(String label, String rule, @Nullable String source) {}

    /** Returns the view of a report. */
    public static ReportView of(ErrorReport report) {
        var developer = report.developer();
        return new ReportView(report, developer == null ? null : Developer.of(report, developer));
    }

    /** Returns an ordered map of names and values, which alternate; a null value is left out. */
    public static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                map.put(Objects.toString(namesAndValues[i]), value);
            }
        }
        return map;
    }

    /** Returns a map for each value. */
    public static <T> List<Map<String, Object>> list(List<T> values, Function<T, Map<String, Object>> toMap) {
        return values.stream().map(toMap).toList();
    }

    /** Returns the status and its title. */
    public String headline() {
        return report.status() + ": " + report.userMessage().title();
    }

    /** Returns the incident and its time; empty for a preview. */
    public List<Row> facts() {
        if (report.incidentId() == null || report.time() == null) {
            return List.of();
        }
        var id = report.incidentId().toString();
        return List.of(
                new Row(report.messages().get("fact.incident"), id, false),
                new Row(report.messages().get("fact.time"), Messages.isoTime(report.time()), false));
    }

    /** The parts for a permitted developer, with the throwables in the order of the report. */
    public record Developer(ErrorReport whole, DeveloperReport report, List<Cause> causes) {

        static Developer of(ErrorReport whole, DeveloperReport report) {
            var causes = new ArrayList<Cause>();
            for (var cause : report.causes()) {
                causes.add(Cause.of(cause, causes, whole.messages()));
            }
            return new Developer(whole, report, List.copyOf(causes));
        }

        /** Returns the reasons for the status, the decisive one first. */
        public List<ReasonView> reasons() {
            var decision = report.decision();
            var code = Integer.toString(whole.status().code());
            var reasons = new ArrayList<ReasonView>();
            reasons.add(reason(messages().get("dev.why", "code", code), decision.reason()));
            decision.reason().findRunnerUp().ifPresent(other -> reasons.add(reason(text("dev.loser"), other)));
            if (decision.proxyError() != null) {
                reasons.add(new ReasonView(text("dev.proxy"), decision.proxyError(), null));
            }
            return reasons;
        }

        private static ReasonView reason(String label, Reason reason) {
            return new ReasonView(label, reason.rule(), reason.source());
        }

        /** Returns the request headers. */
        public Section headers() {
            return section("headers", "dev.request", report.request().headers());
        }

        /** Returns the other details of the request. */
        public List<Section> details() {
            return report.request().sections().stream()
                    .map(part -> section(part.name(), "dev.request." + part.name(), part.fields()))
                    .toList();
        }

        /** Returns the properties of the runtime. */
        public Section runtime() {
            return section("runtime", "dev.runtime", report.runtime());
        }

        /** Returns the details of the request and the runtime. */
        public List<Section> sections() {
            return Stream.concat(details().stream(), Stream.of(runtime())).toList();
        }

        private Section section(String name, String key, List<RedactedField> fields) {
            var rows = fields.stream()
                    .map(field -> new Row(field.name(), field.displayValue(messages()), field.rule() != null))
                    .toList();
            return new Section(name, text(key), rows);
        }

        /** Returns the class name of the throwable that a hint is about. */
        public String classNameFor(Hint hint) {
            return report.causes().get(hint.cause()).className();
        }

        /** Returns the number of redacted values in words, or the empty string for zero. */
        public String redactionSummary() {
            return RedactionCount.format(report.redactions(), messages());
        }

        /** Returns the number and times of similar failures, or the empty string if unknown. */
        public String recurrence() {
            var recurrence = report.recurrence();
            if (recurrence == null) {
                return "";
            }
            return recurrence.previous() == null
                    ? text("dev.memory.once")
                    : messages().get("dev.memory.times", "count", Long.toString(recurrence.occurrences()))
                            + "; " + time("dev.memory.first", recurrence.first())
                            + "; " + time("dev.memory.last", recurrence.previous());
        }

        private String time(String key, Instant time) {
            return messages().get(key, "time", Messages.isoTime(time));
        }

        /** Returns a line for each difference from the previous similar failure. */
        public List<String> differences() {
            var recurrence = report.recurrence();
            return recurrence == null
                    ? List.of()
                    : recurrence.differences().stream()
                            .map(each -> each.name() + ": " + orAbsent(each.before()) + " → " + orAbsent(each.now()))
                            .toList();
        }

        /** Returns a value, or a note in place of an empty one. */
        public String orAbsent(String value) {
            return value.isEmpty() ? text("dev.memory.absent") : value;
        }

        /** Returns the lines of a shell command that repeats the request. */
        public List<String> curlCommand() {
            return new CurlCommand(report, messages()).lines();
        }

        private String text(String key) {
            return messages().get(key);
        }

        private Messages messages() {
            return whole.messages();
        }
    }

    /**
     * A throwable.
     *
     * @param parent the simple name of its parent, or null if the parent directly precedes it
     * @param groups its frames; the name of a folded group includes their number
     */
    public record Cause(CauseReport report, @Nullable String parent, List<FrameGroup> groups, Messages messages) {

        static Cause of(CauseReport report, List<Cause> before, Messages messages) {
            int above = before.size() - 1;
            while (above >= 0 && before.get(above).report.depth() >= report.depth()) {
                above--;
            }
            boolean named = above >= 0 && above < before.size() - 1;
            var groups = FrameGrouper.group(report, messages).stream()
                    .map(group -> group.folded() ? withNumber(group, messages) : group)
                    .toList();
            return new Cause(report, named ? before.get(above).report.simpleName() : null, groups, messages);
        }

        private static FrameGroup withNumber(FrameGroup group, Messages messages) {
            var count = Integer.toString(group.frames().size());
            var name = messages.get("dev.frames.folded", Map.of("count", count, "group", group.name()));
            return new FrameGroup(name, true, group.recursive(), group.frames());
        }

        /** Returns its relation to its parent, or null for the thrown one. */
        public @Nullable String relation() {
            return switch (report.relation()) {
                case THROWN -> null;
                case CAUSE -> messages.get("dev.cause.by");
                case NEXT -> messages.get("dev.cause.next");
                case SUPPRESSED -> messages.get("dev.cause.suppressed");
            };
        }

        /** Returns a note, or null. */
        public @Nullable String note() {
            if (report.duplicate()) {
                return messages.get("dev.cause.seen");
            }
            return report.wrapper() ? messages.get("dev.cause.wrapper") : null;
        }

        /** Returns whether it has a stack trace, even if all frames are omitted. */
        public boolean hasStack() {
            return !groups.isEmpty() || report.omittedFrames() > 0 || report.commonFrames() > 0;
        }

        /** Returns the number of omitted frames in words, or null for zero. */
        public @Nullable String omittedFrames() {
            return count("dev.frames.more", report.omittedFrames());
        }

        /** Returns the number of frames that it shares with its parent, in words, or null for zero. */
        public @Nullable String commonFrames() {
            return count("dev.frames.common", report.commonFrames());
        }

        /** Returns the number of its omitted children, in words, or null for zero. */
        public @Nullable String omittedCauses() {
            return count("dev.cause.more", report.omittedCauses());
        }

        private @Nullable String count(String key, int count) {
            return count > 0 ? messages.get(key, "count", Integer.toString(count)) : null;
        }
    }
}
