package org.errorpages.hint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.classify.ParsedRuleLine;
import org.errorpages.hint.HintEngine.RuleMatch;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.throwable.BinaryClassNames;
import org.jspecify.annotations.Nullable;

/**
 * Represents one rule of {@code hints.properties}, which documents the syntax.
 *
 * @param className the class to which it applies, with its subclasses
 * @param conditions the conditions on the throwable
 * @param hints the names of hint texts; the first one counts whose values are all known
 * @param extractors extractors of more values
 * @param broad whether the hint comes after those of all other causes
 * @param link a page to read, or null
 */
record HintRule(
        String className,
        List<Condition> conditions,
        List<String> hints,
        List<DerivedHintValues> extractors,
        boolean broad,
        @Nullable String link) {

    private static final String FILE = "hints.properties";
    private static final String HTTPS = "https://";
    private static final String CONDITIONS = "[message~TEMPLATE], [message=TEXT], [sqlstate^=08], [top^=CLASS.METHOD],"
            + " [frame^=PREFIX], [trace=none]";

    private static final ParsedRuleLine.Syntax SYNTAX = new ParsedRuleLine.Syntax(
            "class[condition]... = hint[ | hint]...[; option]",
            List.of("extract", "rank", "link"),
            List.of(),
            Map.of("ask", "extract"));

    private static final Map<String, DerivedHintValues> EXTRACTORS = Arrays.stream(DerivedHintValues.values())
            .collect(Collectors.toUnmodifiableMap(
                    extractor -> extractor.name().toLowerCase(Locale.ROOT), extractor -> extractor));

    HintRule {
        conditions = List.copyOf(conditions);
        hints = List.copyOf(hints);
        extractors = List.copyOf(extractors);
    }

    /** Returns the built-in rules. */
    static List<HintRule> builtIn() {
        return parse(ClasspathResource.text(HintRule.class, FILE), FILE);
    }

    /**
     * Returns the rules of a text.
     *
     * @throws IllegalArgumentException if a line is malformed; the message names the file, the line and the allowed values
     */
    static List<HintRule> parse(String text, String file) {
        return ParsedRuleLine.parse(text, file, SYNTAX, HintRule::of);
    }

    private static HintRule of(ParsedRuleLine line) {
        if (!BinaryClassNames.isValid(line.head())) {
            throw line.malformed("'" + line.head() + "'", "the binary name of a class");
        }
        var hints = names(line.value(), "\\|").toList();
        if (hints.stream().anyMatch(hint -> !hint.matches("[a-z-]+"))) {
            throw line.malformed("hint '" + line.value() + "'", "names of small letters and -, separated by |");
        }
        var extract = line.option("extract");
        var link = line.option("link");
        if (link != null && !link.startsWith(HTTPS)) {
            throw line.malformed("link '" + link + "'", HTTPS + "...");
        }
        return new HintRule(
                line.head(),
                line.conditions().stream().map(text -> condition(line, text)).toList(),
                hints,
                extract == null
                        ? List.of()
                        : names(extract, ",")
                                .map(name -> line.choice("extract", name, EXTRACTORS))
                                .toList(),
                line.choiceOr("rank", Map.of("broad", true), false),
                link);
    }

    private static Condition condition(ParsedRuleLine line, String text) {
        return Condition.parse(text).orElseThrow(() -> line.malformed("condition '[" + text + "]'", CONDITIONS));
    }

    private static Stream<String> names(String text, String separator) {
        return Stream.of(text.split(separator, -1)).map(String::strip);
    }

    int strength() {
        return conditions.stream().mapToInt(Condition::strength).sum();
    }

    /** Returns the match for a throwable of the class, or empty if a condition is not met. */
    Optional<RuleMatch> match(HintRuleInput cause) {
        var values = new HashMap<String, String>();
        for (var condition : conditions) {
            var found = condition.match(cause);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            values.putAll(found.get());
        }
        for (var extractor : extractors) {
            values.putAll(extractor.extract(cause, Map.copyOf(values)));
        }
        return Optional.of(new RuleMatch(hints, values, cause.index(), broad, link));
    }

    /**
     * A condition on a throwable.
     *
     * @param test the kind of test
     * @param operand the text after the operator
     * @param template the operand as a template, or null if the test needs none
     */
    record Condition(Test test, String operand, @Nullable MessageTemplate template) {

        private static final int MAX_FRAMES = 64;

        /** The kinds of tests, with the strength that orders matching rules. */
        private enum Test {
            MESSAGE_MATCHES("message~", 3_000),
            MESSAGE_EQUALS("message=", 3_000),
            SQLSTATE_STARTS("sqlstate^=", 2_000),
            TOP_STARTS("top^=", 2_000),
            /** The weakest test: frames show where a failure happened, not why. */
            FRAME_STARTS("frame^=", 1_000),
            NO_TRACE("trace=none", 1_000);

            private final String syntax;
            private final int strength;

            Test(String syntax, int strength) {
                this.syntax = syntax;
                this.strength = strength;
            }
        }

        /** Returns the condition for the text between brackets, or empty if it is malformed. */
        private static Optional<Condition> parse(String text) {
            for (var test : Test.values()) {
                if (text.startsWith(test.syntax)) {
                    return of(test, text.substring(test.syntax.length()));
                }
            }
            return Optional.empty();
        }

        private static Optional<Condition> of(Test test, String operand) {
            if (test == Test.MESSAGE_MATCHES) {
                return MessageTemplate.parse(operand).map(template -> new Condition(test, operand, template));
            }
            boolean valid = test == Test.MESSAGE_EQUALS || operand.isEmpty() == (test == Test.NO_TRACE);
            return valid ? Optional.of(new Condition(test, operand, null)) : Optional.empty();
        }

        /** Returns the values that a template finds, perhaps none, or empty if the condition is not met. */
        private Optional<Map<String, String>> match(HintRuleInput cause) {
            if (template != null) {
                // Most messages do not match, and redacting them costs more than this.
                return template.find(cause.rawMessage()).isEmpty() ? Optional.empty() : template.find(cause.message());
            }
            boolean met =
                    switch (test) {
                        case MESSAGE_MATCHES -> false;
                        case MESSAGE_EQUALS ->
                            cause.rawMessage().equals(operand)
                                    && cause.message().equals(operand);
                        case SQLSTATE_STARTS -> cause.throwable().sqlState().startsWith(operand);
                        case TOP_STARTS -> cause.top().startsWith(operand);
                        case FRAME_STARTS ->
                            cause.frames().stream().limit(MAX_FRAMES).anyMatch(frame -> frame.getClassName()
                                    .startsWith(operand));
                        case NO_TRACE -> cause.frames().isEmpty();
                    };
            return met ? Optional.of(Map.of()) : Optional.empty();
        }

        /** Returns the strength of the test plus the length of the text. */
        private int strength() {
            if (test == Test.MESSAGE_EQUALS && operand.isEmpty()) {
                return 0; // Many exceptions have no message.
            }
            return test.strength + (template == null ? operand.length() : template.length());
        }
    }

    /**
     * Matches messages against a template with gaps: {@code Index {index:digits} out of bounds}.
     *
     * <p>A gap consumes all characters of its kind, or all up to the next words, without backtracking, and the number of
     * starts is limited. The time is therefore linear in the length of the message.
     *
     * @param pattern the regular expression, with a group for each gap
     * @param gaps the names of the gaps
     * @param prefix the words before the first gap
     * @param fromEnd whether the search starts at the end of the message
     * @param length the number of characters outside gaps, which is the weight of a match
     */
    record MessageTemplate(Pattern pattern, List<String> gaps, String prefix, boolean fromEnd, int length) {

        private static final String FROM_END = "…";
        private static final int MAX_STARTS = 16;
        private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)(:[a-z]+)?}");

        /** Maps each kind of gap to the regular expression of its characters. */
        private static final Map<String, String> KINDS = Map.of(
                ":digits", "[0-9]",
                ":number", "[-0-9]",
                ":word", "[^\\x00-\\x20\"'`()\\[\\]<>,;:]",
                ":class", "[./[\\p{javaJavaIdentifierPart}&&[^\\p{javaIdentifierIgnorable}]]]");

        MessageTemplate {
            gaps = List.copyOf(gaps);
        }

        /** Returns the template of a text, or empty if it is malformed. Two gaps need words between them. */
        static Optional<MessageTemplate> parse(String source) {
            boolean fromEnd = source.startsWith(FROM_END);
            var text = fromEnd ? source.substring(1) : source;
            var words = GAP.split(text, -1);
            var regex = new StringBuilder(Pattern.quote(words[0]));
            var names = new ArrayList<String>();
            var gap = GAP.matcher(text);
            while (gap.find()) {
                names.add(gap.group(1));
                var next = words[names.size()];
                var kind = gap.group(2);
                boolean adjacent = next.isEmpty() && names.size() < words.length - 1;
                if (adjacent || (kind != null && !KINDS.containsKey(kind))) {
                    return Optional.empty();
                }
                regex.append(kind == null ? upTo(next) : "(" + KINDS.get(kind) + "{1,1000}+)")
                        .append(Pattern.quote(next));
            }
            var plain = String.join("", words);
            return text.isEmpty() || plain.contains("{")
                    ? Optional.empty()
                    : Optional.of(new MessageTemplate(
                            Pattern.compile(regex.toString()), names, words[0], fromEnd, plain.length()));
        }

        /** Returns the expression of a gap that extends to the next words, or to the end of the line. */
        private static String upTo(String words) {
            var next = Pattern.quote(words);
            return words.isEmpty()
                    ? "([^\\r\\n]{1,1000}+)"
                    : "(?>(?!" + next + ")([^\\r\\n]{1,1000}?)(?=" + next + "))";
        }

        /** Returns the values of the gaps for the first match in a message, or empty. */
        Optional<Map<String, String>> find(String message) {
            var matcher = pattern.matcher(message);
            int start = fromEnd ? message.lastIndexOf(prefix) : message.indexOf(prefix);
            for (int tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
                if (matcher.region(start, message.length()).lookingAt()) {
                    var values = new HashMap<String, String>();
                    for (int i = 0; i < gaps.size(); i++) {
                        values.put(gaps.get(i), matcher.group(i + 1));
                    }
                    return Optional.of(values);
                }
                if (prefix.isEmpty()) {
                    break; // A template that begins with a gap describes the beginning of the message.
                }
                start = fromEnd ? message.lastIndexOf(prefix, start - 1) : message.indexOf(prefix, start + 1);
            }
            return Optional.empty();
        }
    }
}
