package org.errorpages.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The rules that come with the framework and those that overrule them, to be asked for by the class that they name. */
final class RuleTable {

    private static final Comparator<Rule> FIRST_TO_ASK = Comparator.comparingInt(
                    (Rule rule) -> -rule.source().layer())
            .thenComparingInt(rule -> rule.when() == When.ALWAYS ? 1 : 0)
            .thenComparingInt(rule -> -rule.condition().specificity())
            .thenComparingInt(rule -> rule.onSide() == null ? 1 : 0);

    private final ShippedRules shipped;
    private final List<Rule> overruling;
    private final Map<String, List<Rule>> overrulingByName;

    /** The rules of the classes that have been asked for, as many as there are classes with rules at most. */
    private final Map<String, List<Rule>> known = new ConcurrentHashMap<>();

    RuleTable(ShippedRules shipped, List<Rule> overruling) {
        this.shipped = shipped;
        this.overruling = List.copyOf(overruling);
        this.overrulingByName = overruling.stream().collect(Collectors.groupingBy(Rule::className));
    }

    /** Returns all rules in the order in which they stand. */
    List<Rule> all() {
        return joined(shipped.all(), overruling);
    }

    /** Returns the rules of a class, by its name as Jakarta EE has it, those first that are asked first. */
    List<Rule> of(String className) {
        var before = known.get(className);
        if (before != null) {
            return before;
        }
        boolean hasRules = shipped.know(className) || overrulingByName.containsKey(className);
        return hasRules ? known.computeIfAbsent(className, this::sorted) : List.of();
    }

    private List<Rule> sorted(String className) {
        var all = joined(shipped.of(className), overrulingByName.getOrDefault(className, List.of()));
        return all.size() < 2 ? all : all.stream().sorted(FIRST_TO_ASK).toList();
    }

    private static List<Rule> joined(List<Rule> some, List<Rule> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }
}
