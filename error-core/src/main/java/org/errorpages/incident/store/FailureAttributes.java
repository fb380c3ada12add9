package org.errorpages.incident.store;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Recurrence.Difference;
import org.errorpages.report.RequestReport;

/**
 * Compares a failure with the previous one of its kind.
 *
 * <p>The values are redacted. Hidden values are left out, so a difference between two secrets doesn't show.
 *
 * @param values the values by attribute
 */
record FailureAttributes(Map<Attribute, String> values) {

    private static final int MAX_ATTRIBUTES = 60;
    private static final int MAX_DIFFERENCES = 6;
    private static final int MAX_NAME = 60;
    private static final int MAX_VALUE = 120;
    private static final int MAX_MESSAGE = 600;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    /** The kinds of attributes, in the order of the differences. */
    enum Kind {
        METHOD,
        PATH,
        PARAMETER,
        MESSAGE,
        COOKIE,
        HEADER,
        HANDLER,
        THREAD
    }

    /**
     * An attribute of a failure.
     *
     * @param kind its kind
     * @param name the name of a header, cookie or parameter; else the empty string
     */
    record Attribute(Kind kind, String name) {

        private String label(Messages messages) {
            return messages.get("dev.memory.trait." + kind.name().toLowerCase(Locale.ROOT), "name", name);
        }
    }

    /**
     * The parts of a request line.
     *
     * @param query the query, or the empty string
     */
    record RequestLine(String method, String path, String query) {

        static RequestLine of(RequestReport request) {
            var methodAndTarget = request.requestLine().split(" ", 2);
            var target = methodAndTarget[methodAndTarget.length - 1].split("\\?", 2);
            var method = methodAndTarget.length > 1 ? methodAndTarget[0] : "";
            return new RequestLine(method, target[0], target.length > 1 ? target[1] : "");
        }

        String methodAndPath() {
            return method + " " + path;
        }
    }

    FailureAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the attributes of a failure in a thread. */
    static FailureAttributes of(DeveloperReport report, String thread) {
        var values = new LinkedHashMap<Attribute, String>();
        var line = RequestLine.of(report.request());
        put(values, new Attribute(Kind.METHOD, ""), line.method());
        put(values, new Attribute(Kind.PATH, ""), line.path());
        put(values, new Attribute(Kind.THREAD, ""), thread);
        if (report.request().handler() != null) {
            put(values, new Attribute(Kind.HANDLER, ""), report.request().handler());
        }
        if (!report.causes().isEmpty()) {
            var message = CauseReport.root(report.causes()).message();
            values.put(new Attribute(Kind.MESSAGE, ""), SafeText.line(message, MAX_MESSAGE));
        }
        section(report.request(), "parameters", query(line)).forEach(field -> put(values, Kind.PARAMETER, field));
        section(report.request(), "cookies", List.of()).forEach(field -> put(values, Kind.COOKIE, field));
        report.request().headers().forEach(field -> put(values, Kind.HEADER, field));
        return new FailureAttributes(values);
    }

    /** Returns the first {@value #MAX_DIFFERENCES} differences from earlier attributes. */
    List<Difference> differencesFrom(FailureAttributes earlier, Messages messages) {
        var attributes = new LinkedHashSet<>(values.keySet());
        attributes.addAll(earlier.values.keySet());
        return attributes.stream()
                .sorted(Comparator.comparing(Attribute::kind))
                .flatMap(attribute -> difference(attribute, earlier.value(attribute), messages).stream())
                .limit(MAX_DIFFERENCES)
                .toList();
    }

    private Optional<Difference> difference(Attribute attribute, String before, Messages messages) {
        var now = value(attribute);
        // The threads of a pool differ in their numbers only.
        boolean isSameThreadPool =
                attribute.kind() == Kind.THREAD && withoutNumbers(before).equals(withoutNumbers(now));
        if (isSameThreadPool || before.equals(now)) {
            return Optional.empty();
        }
        var label = attribute.label(messages);
        return Optional.of(
                attribute.kind() == Kind.MESSAGE
                        ? new Difference(label, words(before, now), words(now, before))
                        : new Difference(label, before, now));
    }

    private static String withoutNumbers(String text) {
        return NUMBERS.matcher(text).replaceAll("");
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
        return SafeText.line(String.join(" ", List.of(words).subList(head, words.length - tail)), MAX_VALUE);
    }

    private String value(Attribute attribute) {
        return values.getOrDefault(attribute, "");
    }

    /** Returns the fields of a section, or others if there is no such section. */
    private static List<RedactedField> section(RequestReport request, String name, List<RedactedField> others) {
        return request.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .map(RequestReport.Section::fields)
                .orElse(others);
    }

    private static List<RedactedField> query(RequestLine line) {
        return Stream.of(line.query().split("&", MAX_ATTRIBUTES))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.split("=", 2))
                .map(pair -> new RedactedField(pair[0], pair.length > 1 ? pair[1] : "", null))
                .toList();
    }

    private static void put(Map<Attribute, String> values, Kind kind, RedactedField field) {
        if (field.rule() == null) {
            put(values, new Attribute(kind, SafeText.line(field.name(), MAX_NAME)), field.value());
        }
    }

    private static void put(Map<Attribute, String> values, Attribute attribute, String value) {
        if (values.size() < MAX_ATTRIBUTES) {
            values.merge(
                    attribute,
                    SafeText.line(value, MAX_VALUE),
                    (one, more) -> SafeText.line(one + ", " + more, MAX_VALUE));
        }
    }
}
