package org.errorpages.hint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules of {@code hints.properties}. */
final class HintRules {

    private static final String FILE = "hints.properties";

    private final Map<String, List<HintRule>> byClass;

    HintRules(List<HintRule> rules) {
        this.byClass = rules.stream().collect(Collectors.groupingBy(HintRule::className));
    }

    /** Returns the rules, read when they are first asked for. */
    static HintRules shipped() {
        return Shipped.RULES;
    }

    /** Returns the match of the strongest rule that holds; of equally strong ones that of the nearest class. */
    Optional<HintRule.Match> best(Clue clue) {
        return clue.suspect().kinds().stream()
                .flatMap(kind -> byClass.getOrDefault(kind, List.of()).stream())
                .sorted(Comparator.comparingInt(HintRule::strength).reversed())
                .flatMap(rule -> rule.match(clue).stream())
                .findFirst();
    }

    static List<HintRule> all() {
        return HintRuleParser.parse(text(FILE), FILE);
    }

    /** Returns the text of a file beside this class. */
    static String text(String name) {
        try (var in = Objects.requireNonNull(HintRules.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static final class Shipped {
        private static final HintRules RULES = new HintRules(all());
    }
}
