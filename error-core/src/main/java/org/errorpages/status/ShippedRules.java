package org.errorpages.status;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.resource.Shipped;

/**
 * The rules that come with the framework. Of a file of five hundred lines few are ever asked for: it is looked through for
 * the classes that it names, and a rule is read when its class is met.
 */
final class ShippedRules {

    private static final String FILE = "error-map.properties";

    private final String text;
    private final String[] lines;

    /** Where the rules of each class stand. */
    private final Map<String, List<Integer>> places = new HashMap<>();

    private ShippedRules(String text) {
        this.text = text;
        this.lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!RuleParser.isEmpty(lines[i])) {
                places.computeIfAbsent(RuleParser.className(lines[i]), name -> new ArrayList<>(2))
                        .add(i);
            }
        }
    }

    static ShippedRules read() {
        return new ShippedRules(Shipped.text(ErrorMap.class, FILE));
    }

    /** Returns the rules of a class, by its name as Jakarta EE has it, in the order in which they stand. */
    List<Rule> of(String className) {
        return places.getOrDefault(className, List.of()).stream()
                .map(place -> RuleParser.parseLine(lines[place], FILE, place + 1, RuleSource.BUILT_IN))
                .toList();
    }

    /** Returns whether there are rules of a class. */
    boolean know(String className) {
        return places.containsKey(className);
    }

    /** Returns all rules in the order in which they stand. */
    List<Rule> all() {
        return RuleParser.parse(text, FILE, RuleSource.BUILT_IN);
    }
}
