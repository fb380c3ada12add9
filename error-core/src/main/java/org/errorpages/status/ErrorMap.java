package org.errorpages.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.errorpages.resource.Deferred;
import org.jspecify.annotations.Nullable;

/**
 * The rules that give exceptions their status: the built-in {@code error-map.properties} and what overrules it.
 *
 * <p>A throwable finds its rule by the name of its class, then of its superclasses, then of its interfaces; the nearest
 * name with a rule that holds wins. For one name a later file wins over an earlier one, then a rule with a condition
 * over one without, then one for a side over one for any. Immutable.
 */
public final class ErrorMap {

    /** Where a jar brings along rules for what it throws. */
    public static final String LIBRARY_FILE = "META-INF/errorpages/error-map.properties";

    private static final String ANSWERED = "answered.";

    /** The rules that come with the framework, read with the first failure. */
    private static final Deferred<ShippedRules> SHIPPED = Deferred.of(ShippedRules::read);

    private final List<Rule> overruling;
    private final Deferred<RuleTable> table;
    private final UpstreamMode mode;
    private final List<ErrorMapper> mappers;

    private final ClassMemory<RulesOfClass> byClass;

    private ErrorMap(List<Rule> overruling, UpstreamMode mode, List<ErrorMapper> mappers) {
        this.overruling = List.copyOf(overruling);
        this.table = Deferred.of(() -> new RuleTable(SHIPPED.get(), this.overruling));
        this.mode = mode;
        this.mappers = List.copyOf(mappers);
        this.byClass = new ClassMemory<>(type -> RulesOfClass.of(asked(type), mode));
    }

    /** Returns the map that comes with the framework. */
    public static ErrorMap builtIn() {
        return new ErrorMap(List.of(), UpstreamMode.HTTP_CLIENTS, List.of());
    }

    /**
     * Returns this map, overruled by another of the same form.
     *
     * @param text the lines, in the form documented at the top of the built-in file
     * @param file the name to give in messages
     * @throws IllegalArgumentException if a line cannot be understood; the message names file, line and what is allowed
     */
    public ErrorMap overruledBy(String text, String file) {
        int top = overruling.stream()
                .mapToInt(rule -> rule.source().layer())
                .max()
                .orElse(RuleSource.BUILT_IN);
        var all = new ArrayList<>(overruling);
        all.addAll(RuleParser.parse(text, file, top + 1));
        return new ErrorMap(all, mode, mappers);
    }

    /**
     * Returns this map, overruled by what the jars of a class loader bring along as {@value #LIBRARY_FILE}.
     *
     * @throws IllegalArgumentException if a line cannot be understood
     */
    public ErrorMap withLibraries(ClassLoader loader) {
        var map = this;
        try {
            for (URL file : Collections.list(loader.getResources(LIBRARY_FILE))) {
                try (var in = file.openStream()) {
                    map = map.overruledBy(text(in), file.toString());
                }
            }
            return map;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns this map, reading the failure of a call as the mode says. */
    public ErrorMap in(UpstreamMode newMode) {
        return new ErrorMap(overruling, newMode, mappers);
    }

    /** Returns this map, asking mappers before its rules, the first one first. */
    public ErrorMap askingFirst(List<? extends ErrorMapper> newMappers) {
        return new ErrorMap(overruling, mode, List.copyOf(newMappers));
    }

    /** Returns the classes that the rules of a file name and the class loader does not know. */
    public List<String> unknownClasses(String file, ClassLoader loader) {
        return overruling.stream()
                .filter(rule -> rule.source().file().equals(file))
                .map(Rule::className)
                .distinct()
                .filter(name -> !name.startsWith(ANSWERED))
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") == null)
                .toList();
    }

    /** Returns the rules, apart from the built-in ones, of a status that is nothing without a header. */
    public List<String> rulesThatNeedHeaders() {
        return overruling.stream()
                .filter(rule -> rule.effect() instanceof Effect.Answer answer
                        && MandatoryHeaders.areNeededBy(answer.status().code()))
                .map(rule -> rule + " (" + rule.source() + ")")
                .toList();
    }

    /** Returns the rules for instances of a class. */
    RulesOfClass rulesOf(Class<?> type) {
        return byClass.get(type);
    }

    /** Returns the rule for what a server behind has answered, 0 for nothing that could be read, or null. */
    @Nullable Rule answered(int status, Side side) {
        var exact = answered(status == 0 ? ANSWERED + "none" : ANSWERED + status, side);
        if (exact != null || status == 0) {
            return exact;
        }
        return answered(status >= 400 && status < 600 ? ANSWERED + status / 100 + "xx" : ANSWERED + "other", side);
    }

    private @Nullable Rule answered(String name, Side side) {
        for (var rule : named(name)) {
            if ((rule.onSide() == null || rule.onSide() == side) && reads(rule.mode())) {
                return rule;
            }
        }
        return null;
    }

    /** Returns all rules, those first that are asked first of their class. */
    List<Rule> rules() {
        return table.get().all();
    }

    /** Returns whether evidence of a mode counts. */
    boolean reads(UpstreamMode evidence) {
        return evidence.compareTo(mode) <= 0;
    }

    /** Returns the rules that are asked of instances of a class, in order. */
    List<Rule> asked(Class<?> type) {
        return Lineage.names(type).stream()
                .flatMap(name -> named(name).stream())
                .filter(rule -> meant(rule, type))
                .toList();
    }

    /** Returns the rules that come with the framework for a class of a name. */
    static List<Rule> shipped(String className) {
        return SHIPPED.get().of(JakartaNames.canonical(className));
    }

    List<ErrorMapper> mappers() {
        return mappers;
    }

    /** A transparent class is meant exactly: its subclasses have a meaning of their own. */
    private static boolean meant(Rule rule, Class<?> type) {
        return !(rule.effect() instanceof Effect.Transparent)
                || rule.className().equals(JakartaNames.canonical(type.getName()));
    }

    private List<Rule> named(String className) {
        return table.get().of(JakartaNames.canonical(className));
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
