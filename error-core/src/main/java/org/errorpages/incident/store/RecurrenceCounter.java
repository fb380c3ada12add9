package org.errorpages.incident.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.RedactedField;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.DeveloperReport.Recurrence;
import org.errorpages.report.DeveloperReport.Recurrence.Difference;
import org.errorpages.report.FrameReport;
import org.jspecify.annotations.Nullable;

/**
 * Counts similar failures and compares each with the previous one. Thread-safe.
 *
 * <p>Failures are similar if root cause, frames of application code and deciding rule are the same; an edit of the class
 * changes none of them. At most {@value #MAX_KINDS} kinds are counted; the one that hasn't occurred for longest is removed
 * first.
 */
final class RecurrenceCounter {

    static final int MAX_KINDS = 200;

    private static final int MAX_FRAMES = 5;
    private static final int MAX_FINGERPRINT = 2_000;

    /** Matches the suffix of the name of a generated class. */
    private static final Pattern GENERATED = Pattern.compile(
            "(/0x|\\$\\$|_\\$\\$_|\\$MockitoMock\\$|\\$HibernateProxy\\$|\\$ByteBuddy\\$).*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** The occurrences of each kind by its fingerprint; the kind that hasn't occurred for longest comes first. */
    private final Map<String, OccurrenceCount> kinds = new LinkedHashMap<>();

    /** The number of occurrences of a kind, the times of the first and the last one, and the attributes of the last one. */
    private record OccurrenceCount(long times, Instant first, Instant last, FailureAttributes attributes) {}

    /** Counts a failure, and returns the history of its kind with the path of the stored incident. */
    Recurrence count(Incident incident, DeveloperReport report, Messages messages, @Nullable String path) {
        var attributes = FailureAttributes.of(report);
        var now = incident.time();
        var earlier = count(fingerprint(report), now, attributes);
        return earlier == null
                ? new Recurrence(1, now, null, List.of(), path)
                : new Recurrence(
                        earlier.times + 1,
                        earlier.first,
                        earlier.last,
                        attributes.differencesFrom(earlier.attributes, messages),
                        path);
    }

    /** Counts an occurrence, and returns the count before, or null for the first one. */
    private synchronized @Nullable OccurrenceCount count(String kind, Instant now, FailureAttributes attributes) {
        var earlier = kinds.remove(kind);
        kinds.put(
                kind,
                earlier == null
                        ? new OccurrenceCount(1, now, now, attributes)
                        : new OccurrenceCount(earlier.times + 1, earlier.first, now, attributes));
        if (kinds.size() > MAX_KINDS) {
            kinds.remove(kinds.keySet().iterator().next());
        }
        return earlier;
    }

    /** Returns a text of bounded length that similar failures share. */
    static String fingerprint(DeveloperReport report) {
        var rule = report.decision().reason().rule();
        var failure = report.causes().isEmpty() ? sent(report) : thrown(report.causes());
        return PrintableText.line(rule + "\n" + failure, MAX_FINGERPRINT);
    }

    private static String sent(DeveloperReport report) {
        var handler = report.request().handler();
        return handler == null ? withoutNumbers(report.request().methodAndPath()) : handler;
    }

    private static String thrown(List<CauseReport> causes) {
        var root = CauseReport.root(causes);
        var application = Stream.concat(Stream.of(root), causes.stream())
                .map(cause -> cause.frames().stream()
                        .filter(FrameReport::applicationCode)
                        .toList())
                .filter(frames -> !frames.isEmpty())
                .findFirst();
        var methods = application.orElse(root.frames()).stream()
                .limit(MAX_FRAMES)
                .map(frame -> typeName(frame.className()) + "#" + withoutNumbers(frame.method()));
        return Stream.concat(Stream.of(typeName(root.className())), methods).collect(Collectors.joining("\n"));
    }

    private static String typeName(String className) {
        return withoutNumbers(GENERATED.matcher(className).replaceFirst(""));
    }

    /** Replaces the numbers of compilers, proxies and threads. */
    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0");
    }

    /** The kinds of attributes, in the order of the differences. */
    private enum Kind {
        METHOD,
        PATH,
        PARAMETER,
        MESSAGE,
        COOKIE,
        HEADER,
        HANDLER,
        THREAD
    }

    /** An attribute of a failure; its name is that of a header, cookie or parameter, else empty. */
    private record Attribute(Kind kind, String name) {}

    /** The redacted attributes of a failure. Hidden values are left out, so a difference between two secrets doesn't show. */
    private record FailureAttributes(Map<Attribute, String> values) {

        private static final int MAX_ATTRIBUTES = 60;
        private static final int MAX_DIFFERENCES = 6;
        private static final int MAX_NAME = 60;
        private static final int MAX_VALUE = 120;
        private static final int MAX_MESSAGE = 600;
        private static final Pattern BLANKS = Pattern.compile("\\s+");

        /** Returns the attributes of a failure in this thread. */
        static FailureAttributes of(DeveloperReport report) {
            var attributes = new FailureAttributes(new LinkedHashMap<>());
            var request = report.request();
            var line = request.methodAndPath().split(" ", 2);
            var causes = report.causes();
            var message = causes.isEmpty() ? null : CauseReport.root(causes).message();
            attributes.put(Kind.METHOD, "", line[0]);
            attributes.put(Kind.PATH, "", line[line.length - 1]);
            attributes.put(Kind.THREAD, "", Thread.currentThread().getName());
            attributes.put(Kind.HANDLER, "", request.handler());
            attributes.put(Kind.MESSAGE, "", message);
            attributes.putAll(Kind.PARAMETER, request.fields("parameters"));
            attributes.putAll(Kind.COOKIE, request.fields("cookies"));
            attributes.putAll(Kind.HEADER, request.headers());
            return attributes;
        }

        private void putAll(Kind kind, List<RedactedField> fields) {
            fields.stream()
                    .filter(field -> field.rule() == null)
                    .forEach(field -> put(kind, field.name(), field.value()));
        }

        private void put(Kind kind, String name, @Nullable String value) {
            int max = kind == Kind.MESSAGE ? MAX_MESSAGE : MAX_VALUE;
            if (value != null && values.size() < MAX_ATTRIBUTES) {
                values.merge(
                        new Attribute(kind, PrintableText.line(name, MAX_NAME)),
                        PrintableText.line(value, max),
                        (one, more) -> PrintableText.line(one + ", " + more, max));
            }
        }

        /** Returns the first {@value #MAX_DIFFERENCES} differences from earlier attributes. */
        List<Difference> differencesFrom(FailureAttributes earlier, Messages messages) {
            var attributes = new LinkedHashSet<>(values.keySet());
            attributes.addAll(earlier.values.keySet());
            return attributes.stream()
                    .filter(attribute -> differs(attribute.kind(), earlier.value(attribute), value(attribute)))
                    .sorted(Comparator.comparing(Attribute::kind))
                    .limit(MAX_DIFFERENCES)
                    .map(attribute -> difference(attribute, earlier.value(attribute), value(attribute), messages))
                    .toList();
        }

        private String value(Attribute attribute) {
            return values.getOrDefault(attribute, "");
        }

        /** The threads of a pool differ in their numbers only. */
        private static boolean differs(Kind kind, String before, String now) {
            return kind == Kind.THREAD ? !withoutNumbers(before).equals(withoutNumbers(now)) : !before.equals(now);
        }

        private static Difference difference(Attribute attribute, String before, String now, Messages messages) {
            var key = "dev.memory.trait." + attribute.kind().name().toLowerCase(Locale.ROOT);
            var label = messages.get(key, "name", attribute.name());
            return attribute.kind() == Kind.MESSAGE
                    ? new Difference(label, words(before, now), words(now, before))
                    : new Difference(label, before, now);
        }

        /** Returns the words without those that both texts have at the beginning and at the end. */
        private static String words(String text, String other) {
            var words = BLANKS.split(text.strip(), -1);
            var others = BLANKS.split(other.strip(), -1);
            int most = Math.min(words.length, others.length);
            int head = 0;
            while (head < most && words[head].equals(others[head])) {
                head++;
            }
            int tail = 0;
            while (tail < most - head && words[words.length - 1 - tail].equals(others[others.length - 1 - tail])) {
                tail++;
            }
            return PrintableText.line(String.join(" ", List.of(words).subList(head, words.length - tail)), MAX_VALUE);
        }
    }
}
