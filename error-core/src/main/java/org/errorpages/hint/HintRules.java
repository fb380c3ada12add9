package org.errorpages.hint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.errorpages.resource.Shipped;

/** The rules of {@code hints.properties}. */
final class HintRules {

    private static final String FILE = "hints.properties";

    private final Map<String, List<HintRule>> byClass;

    HintRules(List<HintRule> rules) {
        this.byClass = rules.stream().collect(Collectors.groupingBy(HintRule::className));
    }

    /** Returns the rules, read when they are first asked for. */
    static HintRules shipped() {
        return Known.RULES;
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
        return HintRuleParser.parse(Shipped.text(HintRules.class, FILE), FILE);
    }

    private static final class Known {
        private static final HintRules RULES = new HintRules(all());
    }
}
