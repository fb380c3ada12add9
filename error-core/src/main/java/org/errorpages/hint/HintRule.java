package org.errorpages.hint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.classify.RuleLine;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.throwable.ClassName;
import org.jspecify.annotations.Nullable;

/**
 * One rule of {@code hints.properties}; the syntax is documented at the top of the file.
 *
 * @param className the class to which it applies, with its subclasses
 * @param conditions what the throwable has to match besides
 * @param hints the names of hints; the first one counts whose values are all known
 * @param extractors what finds more values
 * @param broad whether it comes after the hints of all other causes
 * @param link a page to read, or null
 */
record HintRule(
        String className,
        List<HintCondition> conditions,
        List<String> hints,
        List<ValueExtractor> extractors,
        boolean broad,
        @Nullable String link) {

    private static final String FILE = "hints.properties";
    private static final String HTTPS = "https://";
    private static final String CONDITIONS = "[message~TEMPLATE], [message=TEXT], [sqlstate^=08], [top^=CLASS.METHOD],"
            + " [frame^=PREFIX], [trace=none]";

    private static final RuleLine.Syntax SYNTAX = new RuleLine.Syntax(
            "class[condition]... = hint[ | hint]...[; option]",
            List.of("extract", "rank", "link"),
            List.of(),
            Map.of("ask", "extract"));

    private static final Map<String, ValueExtractor> EXTRACTORS = Arrays.stream(ValueExtractor.values())
            .collect(Collectors.toUnmodifiableMap(
                    extractor -> extractor.name().toLowerCase(Locale.ROOT), extractor -> extractor));

    /** A rule that matches, and what it found. */
    record Match(HintRule rule, RuleMatch finding) {}

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
     * @throws IllegalArgumentException if a line is malformed; the message names file, line and what is allowed
     */
    static List<HintRule> parse(String text, String file) {
        return RuleLine.parse(text, file, SYNTAX, HintRule::of);
    }

    private static HintRule of(RuleLine line) {
        if (!ClassName.isValid(line.head())) {
            throw line.refusal("'" + line.head() + "'", "the binary name of a class");
        }
        var hints = names(line.value(), "\\|").toList();
        if (hints.stream().anyMatch(hint -> !hint.matches("[a-z-]+"))) {
            throw line.refusal("hint '" + line.value() + "'", "names of small letters and -, separated by |");
        }
        var extract = line.option("extract");
        var link = line.option("link");
        if (link != null && !link.startsWith(HTTPS)) {
            throw line.refusal("link '" + link + "'", HTTPS + "...");
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
                Boolean.TRUE.equals(line.choice("rank", Map.of("broad", true))),
                link);
    }

    private static HintCondition condition(RuleLine line, String text) {
        return HintCondition.parse(text).orElseThrow(() -> line.refusal("condition '[" + text + "]'", CONDITIONS));
    }

    private static Stream<String> names(String text, String separator) {
        return Stream.of(text.split(separator, -1)).map(String::strip);
    }

    int strength() {
        return conditions.stream().mapToInt(HintCondition::strength).sum();
    }

    /** Returns what the rule finds in a throwable of its class, or nothing if it does not match. */
    Optional<Match> match(CauseContext clue) {
        var values = new HashMap<String, String>();
        for (var condition : conditions) {
            var found = condition.match(clue);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            values.putAll(found.get());
        }
        for (var extractor : extractors) {
            values.putAll(extractor.ask(clue, Map.copyOf(values)));
        }
        return Optional.of(new Match(this, new RuleMatch(hints, values, clue.place(), link)));
    }
}
