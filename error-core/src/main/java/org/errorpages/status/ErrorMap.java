package org.errorpages.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The rules that give exceptions their status: the built-in {@code error-map.properties} and what overrules it.
 *
 * <p>A throwable finds its rule by the name of its class, then of its superclasses, then of its interfaces; the nearest
 * name with a rule that holds wins. For one name a later file wins over an earlier one, then a rule with a condition
 * over one without, then one for a side over one for any. Immutable.
 */
public final class ErrorMap {

    private static final String BUILT_IN = "error-map.properties";

    private static final Comparator<Rule> FIRST_TO_ASK = Comparator.comparingInt(
                    (Rule rule) -> -rule.source().layer())
            .thenComparingInt(rule -> -rule.condition().specificity())
            .thenComparingInt(rule -> rule.onSide() == null ? 1 : 0);

    private final List<Rule> rules;

    /** By class, so that a class loader that goes takes its entries along. */
    private final ClassValue<List<Rule>> candidates = new ClassValue<>() {
        @Override
        protected List<Rule> computeValue(Class<?> type) {
            return rulesNaming(type);
        }
    };

    private ErrorMap(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Returns the map that comes with the framework. */
    public static ErrorMap builtIn() {
        try (var in = Objects.requireNonNull(ErrorMap.class.getResourceAsStream(BUILT_IN))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ErrorMap(RuleParser.parse(text, BUILT_IN, RuleSource.BUILT_IN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns this map, overruled by an application's.
     *
     * @param text the lines, in the form documented at the top of the built-in file
     * @param file the name to give in messages
     * @throws IllegalArgumentException if a line cannot be understood; the message names file, line and what is allowed
     */
    public ErrorMap overruledBy(String text, String file) {
        var all = new ArrayList<>(rules);
        all.addAll(RuleParser.parse(text, file, RuleSource.APPLICATION));
        return new ErrorMap(all);
    }

    /** Returns the rule that decides about the throwable on a side, apart from those that say only the side. */
    Optional<Rule> ruleFor(Suspect suspect, Side side) {
        return first(suspect, rule -> !(rule.effect() instanceof Effect.SideOnly) && rule.holdsFor(suspect, side));
    }

    /** Returns the side that the throwable's class tells for itself and for all below it. */
    Optional<Side> sideOf(Suspect suspect) {
        return first(
                        suspect,
                        rule -> rule.setsSide() != null && rule.condition().matches(suspect))
                .map(rule -> Objects.requireNonNull(rule.setsSide()));
    }

    List<Rule> rules() {
        return rules;
    }

    private Optional<Rule> first(Suspect suspect, Predicate<Rule> wanted) {
        var type = suspect.throwable().getClass();
        for (var rule : candidates.get(type)) {
            if (wanted.test(rule) && (!(rule.effect() instanceof Effect.Transparent) || names(rule, type))) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** A transparent class is meant exactly: its subclasses have a meaning of their own. */
    private static boolean names(Rule rule, Class<?> type) {
        return rule.className().equals(type.getName());
    }

    private List<Rule> rulesNaming(Class<?> type) {
        return lineage(type).stream()
                .flatMap(name -> rules.stream()
                        .filter(rule -> rule.className().equals(name))
                        .sorted(FIRST_TO_ASK))
                .collect(Collectors.toUnmodifiableList());
    }

    private static Set<String> lineage(Class<?> type) {
        var names = new LinkedHashSet<String>();
        var interfaces = new LinkedHashSet<Class<?>>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            names.add(c.getName());
            interfaces.addAll(List.of(c.getInterfaces()));
        }
        var open = new ArrayList<>(interfaces);
        for (int i = 0; i < open.size(); i++) {
            names.add(open.get(i).getName());
            open.addAll(List.of(open.get(i).getInterfaces()));
        }
        return names;
    }
}
