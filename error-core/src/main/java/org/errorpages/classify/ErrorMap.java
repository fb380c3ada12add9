package org.errorpages.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.UpstreamMode;
import org.errorpages.throwable.ClassName;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.throwable.TypeHierarchy;
import org.jspecify.annotations.Nullable;

/**
 * The rules that map exceptions to statuses: the built-in {@code error-map.properties} and the files that overrule it.
 *
 * <p>A throwable finds its rule by the name of its class, then of its superclasses, then of its interfaces. The nearest
 * name with a matching rule wins. Among rules for one name a later file wins over an earlier one, then a rule with a
 * condition over one without, then a rule for a side over one for any side. Immutable.
 */
public final class ErrorMap {

    /** The resource with the rules that a jar brings along for its own exceptions. */
    public static final String LIBRARY_FILE = "META-INF/errorpages/error-map.properties";

    /** The prefix of rules for the status of an upstream response, in place of a class name. */
    static final String UPSTREAM_STATUS = "upstream-status.";

    private static final String FILE = "error-map.properties";

    private static final Comparator<Rule> TRIED_FIRST = Comparator.comparingInt(
                    (Rule rule) -> -rule.source().layer())
            .thenComparingInt(rule -> rule.scope() == Rule.Scope.ALL ? 1 : 0)
            .thenComparingInt(rule -> -rule.condition().specificity())
            .thenComparingInt(rule -> rule.onSide() == null ? 1 : 0);

    private static final ErrorMap BUILT_IN = new ErrorMap(
            RuleParser.parse(ClasspathResource.text(ErrorMap.class, FILE), FILE, Rule.Source.BUILT_IN),
            UpstreamMode.HTTP_CLIENTS);

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byName;
    private final UpstreamMode mode;
    private final List<ErrorMapper> mappers;

    /** The keys are weak, so that the map does not keep the class loader of an exception alive. */
    private final Map<Class<?>, ClassRules> byClass = Collections.synchronizedMap(new WeakHashMap<>());

    private ErrorMap(List<Rule> rules, UpstreamMode mode) {
        this(List.copyOf(rules), byName(rules), mode, List.of());
    }

    private ErrorMap(List<Rule> rules, Map<String, List<Rule>> byName, UpstreamMode mode, List<ErrorMapper> mappers) {
        this.rules = rules;
        this.byName = byName;
        this.mode = mode;
        this.mappers = mappers;
    }

    /** Returns the built-in map, which is parsed once. */
    public static ErrorMap builtIn() {
        return BUILT_IN;
    }

    /**
     * Returns this map, overruled by another one.
     *
     * @param text the lines, in the syntax documented at the top of the built-in file
     * @param file the name for messages
     * @throws IllegalArgumentException if a line is malformed; the message names file, line and what is allowed
     */
    public ErrorMap overruledBy(String text, String file) {
        int layer = rules.get(rules.size() - 1).source().layer() + 1;
        var all = new ArrayList<>(rules);
        all.addAll(RuleParser.parse(text, file, layer));
        return new ErrorMap(List.copyOf(all), byName(all), mode, mappers);
    }

    /**
     * Returns this map, overruled by each {@value #LIBRARY_FILE} that a class loader finds.
     *
     * @throws IllegalArgumentException if a line is malformed
     */
    public ErrorMap withLibraries(ClassLoader loader) {
        var map = this;
        try {
            for (URL file : Collections.list(loader.getResources(LIBRARY_FILE))) {
                try (var in = file.openStream()) {
                    var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    map = map.overruledBy(text, file.toString());
                }
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns this map with another setting {@code upstream}. */
    public ErrorMap in(UpstreamMode newMode) {
        return new ErrorMap(rules, byName, newMode, mappers);
    }

    /** Returns this map with mappers that are called, in this order, before its rules. */
    public ErrorMap askingFirst(List<? extends ErrorMapper> newMappers) {
        return new ErrorMap(rules, byName, mode, List.copyOf(newMappers));
    }

    /** Returns the classes that the rules of a file name and that the class loader does not find. */
    public List<String> unknownClasses(String file, ClassLoader loader) {
        return rules.stream()
                .filter(rule -> rule.source().layer() > Rule.Source.BUILT_IN)
                .filter(rule -> rule.source().file().equals(file))
                .map(Rule::className)
                .distinct()
                .filter(name -> !name.startsWith(UPSTREAM_STATUS))
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") == null)
                .toList();
    }

    /** Returns the rules, except built-in ones, whose status requires a header field that no rule can provide. */
    public List<String> rulesThatNeedHeaders() {
        return rules.stream()
                .filter(rule -> rule.source().layer() > Rule.Source.BUILT_IN)
                .filter(rule -> rule.effect() instanceof RuleEffect.Answer answer
                        && HttpError.needsHeader(answer.status().code()))
                .map(rule -> rule + " (" + rule.source() + ")")
                .toList();
    }

    /**
     * Returns whether a throwable adds nothing to its cause: it repeats the message of the cause, or the built-in map has
     * its class as transparent without a condition.
     */
    public static boolean isMereWrapper(SafeThrowable throwable) {
        var cause = throwable.cause();
        return cause != null
                && (SafeThrowable.repeatsItsCause(throwable.throwable())
                        || throwable.message().equals(new SafeThrowable(cause).message())
                        || BUILT_IN.named(throwable.className()).stream()
                                .anyMatch(rule -> rule.effect() instanceof RuleEffect.Transparent
                                        && rule.onSide() == null
                                        && rule.condition().equals(RuleCondition.NONE)));
    }

    /** Returns the rules for instances of a class. */
    public ClassRules rulesOf(Class<?> type) {
        var known = byClass.get(type);
        if (known == null) {
            known = ClassRules.of(type, rulesByName(type), mode);
            byClass.put(type, known);
        }
        return known;
    }

    /** Returns the rule for the status of an upstream response, with 0 for no readable response, or null. */
    @Nullable
    Rule upstreamStatusRule(int status, FaultSide side) {
        var exact = upstreamStatusRule(status == 0 ? "none" : Integer.toString(status), side);
        if (exact != null || status == 0) {
            return exact;
        }
        return upstreamStatusRule(status >= 400 && status < 600 ? status / 100 + "xx" : "other", side);
    }

    private @Nullable Rule upstreamStatusRule(String status, FaultSide side) {
        for (var rule : named(UPSTREAM_STATUS + status)) {
            if ((rule.onSide() == null || rule.onSide() == side) && rule.mode().compareTo(mode) <= 0) {
                return rule;
            }
        }
        return null;
    }

    /** Returns all rules in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    UpstreamMode mode() {
        return mode;
    }

    List<ErrorMapper> mappers() {
        return mappers;
    }

    private List<Rule> rulesByName(Class<?> type) {
        return TypeHierarchy.names(type).stream()
                .flatMap(name -> named(name).stream())
                .filter(rule -> appliesTo(rule, type))
                .toList();
    }

    /** Subclasses of a transparent class are not transparent. */
    private static boolean appliesTo(Rule rule, Class<?> type) {
        return !(rule.effect() instanceof RuleEffect.Transparent)
                || rule.className().equals(ClassName.canonical(type.getName()));
    }

    private List<Rule> named(String className) {
        return byName.getOrDefault(ClassName.canonical(className), List.of());
    }

    private static Map<String, List<Rule>> byName(List<Rule> rules) {
        var byName = new HashMap<String, List<Rule>>();
        for (var rule : rules) {
            byName.computeIfAbsent(rule.className(), name -> new ArrayList<>(2)).add(rule);
        }
        byName.values().forEach(ofOneName -> ofOneName.sort(TRIED_FIRST));
        return byName;
    }
}
