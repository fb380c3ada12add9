package org.errorpages.incident.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.Recurrence.Difference;
import org.errorpages.report.RequestReport;

/**
 * What one failure is compared by with the next of its kind; redacted. A hidden value is no part of it: nothing is kept
 * by which two of them could be told apart.
 *
 * @param values what there was, and its value
 */
record FailureAttributes(Map<Trait, String> values) {

    private static final int MOST = 60;
    private static final int MOST_DIFFERENCES = 6;
    private static final int MAX_NAME = 60;
    private static final int MAX_VALUE = 120;
    private static final int MAX_MESSAGE = 600;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    /** The kinds of traits, in the order in which differences are listed. */
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
     * Something in which two failures of the same kind may differ.
     *
     * @param name the name, if there may be several of its kind, or the empty string
     */
    record Trait(Kind kind, String name) {

        private String text(Messages messages) {
            return messages.get("dev.memory.trait." + kind.name().toLowerCase(Locale.ROOT), "name", name);
        }
    }

    FailureAttributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the traits of a failure that happened in a thread. */
    static FailureAttributes of(DeveloperReport report, String thread) {
        var values = new LinkedHashMap<Trait, String>();
        var line = RequestLine.of(report.request());
        put(values, new Trait(Kind.METHOD, ""), line.method());
        put(values, new Trait(Kind.PATH, ""), line.path());
        put(values, new Trait(Kind.THREAD, ""), thread);
        if (report.request().handler() != null) {
            put(values, new Trait(Kind.HANDLER, ""), report.request().handler());
        }
        if (!report.causes().isEmpty()) {
            var message = CauseReport.root(report.causes()).message();
            values.put(new Trait(Kind.MESSAGE, ""), SafeText.line(message, MAX_MESSAGE));
        }
        section(report.request(), "parameters", query(line)).forEach(field -> put(values, Kind.PARAMETER, field));
        section(report.request(), "cookies", List.of()).forEach(field -> put(values, Kind.COOKIE, field));
        report.request().headers().forEach(field -> put(values, Kind.HEADER, field));
        return new FailureAttributes(values);
    }

    /** Returns in what these differ from earlier ones: a handful of it. */
    List<Difference> since(FailureAttributes earlier, Messages messages) {
        var traits = new LinkedHashSet<>(values.keySet());
        traits.addAll(earlier.values.keySet());
        return traits.stream()
                .filter(trait -> differs(trait, earlier))
                .sorted(Comparator.comparing(Trait::kind))
                .limit(MOST_DIFFERENCES)
                .map(trait -> difference(trait, earlier, messages))
                .toList();
    }

    private boolean differs(Trait trait, FailureAttributes earlier) {
        var before = earlier.value(trait);
        var now = value(trait);
        // Which one of a pool's threads it was says nothing.
        return trait.kind() == Kind.THREAD
                ? !NUMBERS.matcher(before)
                        .replaceAll("")
                        .equals(NUMBERS.matcher(now).replaceAll(""))
                : !before.equals(now);
    }

    private Difference difference(Trait trait, FailureAttributes earlier, Messages messages) {
        var before = earlier.value(trait);
        var now = value(trait);
        var name = trait.text(messages);
        return trait.kind() == Kind.MESSAGE
                ? new Difference(name, words(before, now), words(now, before))
                : new Difference(name, before, now);
    }

    /** Returns the words of a text between those that it begins and ends with like the other one. */
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

    private String value(Trait trait) {
        return values.getOrDefault(trait, "");
    }

    private static List<RedactedField> section(RequestReport request, String name, List<RedactedField> otherwise) {
        return request.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .map(RequestReport.Section::fields)
                .orElse(otherwise);
    }

    private static List<RedactedField> query(RequestLine line) {
        var fields = new ArrayList<RedactedField>();
        for (var parameter : line.query().split("&", MOST)) {
            int equals = parameter.indexOf('=');
            if (!parameter.isEmpty()) {
                fields.add(new RedactedField(
                        equals < 0 ? parameter : parameter.substring(0, equals),
                        equals < 0 ? "" : parameter.substring(equals + 1),
                        null));
            }
        }
        return fields;
    }

    private static void put(Map<Trait, String> values, Kind kind, RedactedField field) {
        if (field.hiddenBy() == null) {
            put(values, new Trait(kind, SafeText.line(field.name(), MAX_NAME)), field.value());
        }
    }

    private static void put(Map<Trait, String> values, Trait trait, String value) {
        if (values.size() < MOST) {
            values.merge(
                    trait, SafeText.line(value, MAX_VALUE), (one, more) -> SafeText.line(one + ", " + more, MAX_VALUE));
        }
    }
}
