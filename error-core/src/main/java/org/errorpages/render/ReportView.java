package org.errorpages.render;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.hint.Hint;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.RedactionCount;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameGroup;
import org.errorpages.report.RequestReport;
import org.errorpages.status.Reason;
import org.errorpages.trace.FrameGrouper;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a report in the words of its language, shared by all renderers. A renderer adds order and syntax only.
 *
 * @param report the report
 * @param developer the parts for a permitted developer, or null for the public
 */
public record ReportView(ErrorReport report, @Nullable Developer developer) {

    /** A label and a value, or a remark in place of a redacted value. */
    public record Row(String label, String value, boolean hidden) {

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

    /** A rule or error type that decided about the status, and the place of the rule or null. */
    public record ReasonView(String label, String rule, @Nullable String source) {}

    /** Returns the view of a report. */
    public static ReportView of(ErrorReport report) {
        var developer = report.developer();
        return new ReportView(report, developer == null ? null : Developer.of(report, developer));
    }

    /** Returns the status and its title. */
    public String headline() {
        return report.status() + ": " + report.advice().title();
    }

    /** Returns the incident and its time; nothing before an incident has happened. */
    public List<Row> facts() {
        var messages = report.messages();
        return report.incident() == null || report.time() == null
                ? List.of()
                : List.of(
                        new Row(messages.get("fact.incident"), report.incident().toString(), false),
                        new Row(messages.get("fact.time"), TimeText.toTheSecond(report.time()), false));
    }

    /**
     * The parts for a permitted developer.
     *
     * @param whole the report as a whole
     * @param report its part for developers
     * @param causes the throwables, in the order of the report
     */
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
            reasons.add(reason(messages().get("dev.why", "code", code), decision.because()));
            decision.because().findRunnerUp().ifPresent(loser -> reasons.add(reason(text("dev.loser"), loser)));
            if (decision.proxyError() != null) {
                reasons.add(new ReasonView(text("dev.proxy"), decision.proxyError(), null));
            }
            return reasons;
        }

        private static ReasonView reason(String label, Reason because) {
            return new ReasonView(label, because.rule(), because.source());
        }

        /** Returns the request headers. */
        public Section headers() {
            return section("headers", "dev.request", report.request().headers());
        }

        /** Returns what else is known of the request. */
        public List<Section> details() {
            return report.request().sections().stream().map(this::section).toList();
        }

        /** Returns the platform. */
        public Section runtime() {
            return section("runtime", "dev.runtime", report.runtime());
        }

        /** Returns the details of the request and the platform. */
        public List<Section> sections() {
            return Stream.concat(details().stream(), Stream.of(runtime())).toList();
        }

        private Section section(RequestReport.Section section) {
            return section(section.name(), "dev.request." + section.name(), section.fields());
        }

        private Section section(String name, String key, List<RedactedField> fields) {
            var rows = fields.stream()
                    .map(field -> new Row(field.name(), field.shown(messages()), field.hiddenBy() != null))
                    .toList();
            return new Section(name, text(key), rows);
        }

        /** Returns the class name of the throwable that a hint is about. */
        public String about(Hint hint) {
            return report.causes().get(hint.cause()).className();
        }

        /** Returns how many values are redacted, or the empty string for none. */
        public String receipt() {
            return RedactionCount.told(report.hidden(), messages());
        }

        /** Returns how often and when such failures have happened, or the empty string if unknown. */
        public String recurrence() {
            var recurrence = report.recurrence();
            if (recurrence == null) {
                return "";
            }
            return recurrence.last() == null
                    ? text("dev.memory.once")
                    : messages().get("dev.memory.times", "count", Long.toString(recurrence.times()))
                            + "; " + time("dev.memory.first", recurrence.first())
                            + "; " + time("dev.memory.last", recurrence.last());
        }

        private String time(String key, Instant time) {
            return messages().get(key, "time", TimeText.toTheSecond(time));
        }

        /** Returns the differences from the previous failure of the kind. */
        public List<Row> differences() {
            var recurrence = report.recurrence();
            return recurrence == null
                    ? List.of()
                    : recurrence.differences().stream()
                            .map(difference -> new Row(
                                    difference.name(),
                                    orAbsent(difference.before()) + " → " + orAbsent(difference.now()),
                                    false))
                            .toList();
        }

        /** Returns a value, or a remark in place of an empty one. */
        public String orAbsent(String value) {
            return value.isEmpty() ? text("dev.memory.absent") : value;
        }

        /** Returns the lines of a shell command that repeats the request. */
        public List<String> curl() {
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
     * @param report the throwable itself
     * @param parent the simple name of the throwable that it hangs on, or null if that one directly precedes it
     * @param groups its frames; the name of a folded group includes their number
     * @param messages the texts
     */
    public record Cause(CauseReport report, @Nullable String parent, List<FrameGroup> groups, Messages messages) {

        static Cause of(CauseReport report, List<Cause> before, Messages messages) {
            int above = before.size() - 1;
            while (above >= 0 && before.get(above).report.depth() >= report.depth()) {
                above--;
            }
            boolean named = above >= 0 && above < before.size() - 1;
            var groups = FrameGrouper.groups(report, messages).stream()
                    .map(group -> group.folded() ? withNumber(group, messages) : group)
                    .toList();
            return new Cause(report, named ? before.get(above).report.simpleName() : null, groups, messages);
        }

        private static FrameGroup withNumber(FrameGroup group, Messages messages) {
            var count = Integer.toString(group.frames().size());
            var name = messages.get("dev.frames.folded", Map.of("count", count, "group", group.name()));
            return new FrameGroup(name, true, group.repeated(), group.frames());
        }

        /** Returns its relation to the throwable that it hangs on, or null for the thrown one. */
        public @Nullable String relation() {
            return switch (report.relation()) {
                case THROWN -> null;
                case CAUSE -> messages.get("dev.cause.by");
                case NEXT -> messages.get("dev.cause.next");
                case SUPPRESSED -> messages.get("dev.cause.suppressed");
            };
        }

        /** Returns a remark, or null. */
        public @Nullable String note() {
            if (report.seenAbove()) {
                return messages.get("dev.cause.seen");
            }
            return report.wrapper() ? messages.get("dev.cause.wrapper") : null;
        }

        /** Returns whether it has a stack trace, even if no frame of it is shown. */
        public boolean hasStack() {
            return !groups.isEmpty() || report.omittedFrames() > 0 || report.commonFrames() > 0;
        }

        /** Returns the number of omitted frames in words, or null for none. */
        public @Nullable String omittedFrames() {
            return count("dev.frames.more", report.omittedFrames());
        }

        /** Returns the number of frames that it shares with the throwable it hangs on, in words, or null for none. */
        public @Nullable String commonFrames() {
            return count("dev.frames.common", report.commonFrames());
        }

        /** Returns the number of omitted throwables that hang on it, in words, or null for none. */
        public @Nullable String omittedCauses() {
            return count("dev.cause.more", report.omittedCauses());
        }

        private @Nullable String count(String key, int count) {
            return count > 0 ? messages.get(key, "count", Integer.toString(count)) : null;
        }
    }
}
