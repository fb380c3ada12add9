package org.errorpages.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.classify.Rule.Effect;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.RespondsWithStatus;
import org.errorpages.status.UpstreamException;
import org.errorpages.throwable.BinaryClassNames;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Maps exceptions to statuses by the built-in and custom rules.
 *
 * <p>Rules are looked up by the name of the class, then of its superclasses, then of its interfaces. The nearest name with
 * a matching rule wins. Among the rules for one name a later file wins over an earlier one, then a rule with a condition
 * over one without, then a rule for a side over one for any side. Immutable.
 */
public final class ErrorMap {

    /** Selects the failed calls that count as upstream failures; each constant includes those before it. */
    public enum UpstreamMode {
        /** Calls that the application marks: by {@link UpstreamException} or a gateway path. */
        EXPLICIT,
        /** Also exceptions that only HTTP and RPC clients throw. */
        HTTP_CLIENTS,
        /** Also any network failure except those of databases and similar resources. */
        NETWORK
    }

    /** The resource with the rules that a jar contains for its own exceptions. */
    public static final String LIBRARY_FILE = "META-INF/errorpages/error-map.properties";

    /** The prefix that replaces the class name in rules for the status of an upstream response. */
    static final String UPSTREAM_STATUS = "upstream-status.";

    private static final String FILE = "error-map.properties";

    private static final Comparator<Rule> TRIED_FIRST = Comparator.comparingInt(
                    (Rule rule) -> -rule.source().layer())
            .thenComparingInt(rule -> rule.scope() == Rule.Scope.ALL ? 1 : 0)
            .thenComparingInt(rule -> -rule.condition().specificity())
            .thenComparingInt(rule -> rule.onSide() == null ? 1 : 0);

    /** A failure on the stream of the client is stronger evidence than any other. */
    private static final Comparator<Rule> CLIENT_FIRST =
            Comparator.comparing(rule -> rule.sideToSet() != FaultSide.CLIENT);

    private static final ErrorMap BUILT_IN = new ErrorMap(
            RuleParser.parse(ClasspathResource.text(ErrorMap.class, FILE), FILE, Rule.Source.BUILT_IN),
            UpstreamMode.HTTP_CLIENTS,
            List.of());

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byName;
    private final UpstreamMode mode;
    private final List<ErrorMapper> mappers;

    /** The weak keys let the class loader of an exception be collected. */
    private final Queue<ClassRules> computed = new ConcurrentLinkedQueue<>();

    /** Refers to the rules weakly, so that no class of the JDK keeps a stopped application loaded. */
    private final ClassValue<WeakReference<ClassRules>> byClass = new ClassValue<>() {
        @Override
        protected WeakReference<ClassRules> computeValue(Class<?> type) {
            var rules = computeRules(type);
            computed.add(rules);
            return new WeakReference<>(rules);
        }
    };

    private ErrorMap(List<Rule> rules, UpstreamMode mode, List<? extends ErrorMapper> mappers) {
        this.rules = List.copyOf(rules);
        this.byName = rules.stream().sorted(TRIED_FIRST).collect(Collectors.groupingBy(Rule::className));
        this.mode = mode;
        this.mappers = List.copyOf(mappers);
    }

    /** Returns the built-in map. */
    public static ErrorMap builtIn() {
        return BUILT_IN;
    }

    /**
     * Returns this map, overruled by the rules of a text.
     *
     * @param text the rules, in the syntax that the built-in file documents
     * @param file the name for messages
     * @throws IllegalArgumentException if a line is malformed; the message names the file, the line and the allowed values
     */
    public ErrorMap overruledBy(String text, String file) {
        int layer = rules.get(rules.size() - 1).source().layer() + 1;
        var all = new ArrayList<>(rules);
        all.addAll(RuleParser.parse(text, file, layer));
        return new ErrorMap(all, mode, mappers);
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

    /** Returns this map with a value of the setting {@code upstream}. */
    public ErrorMap withMode(UpstreamMode newMode) {
        return new ErrorMap(rules, newMode, mappers);
    }

    /** Returns this map with mappers that take precedence over its rules, the first one most. */
    public ErrorMap withMappers(List<? extends ErrorMapper> newMappers) {
        return new ErrorMap(rules, mode, newMappers);
    }

    /** Returns the class names in the rules of a custom file that the class loader does not find. */
    public List<String> unknownClasses(String file, ClassLoader loader) {
        return customRules()
                .filter(rule -> rule.source().file().equals(file))
                .map(Rule::className)
                .distinct()
                .filter(name -> !name.startsWith(UPSTREAM_STATUS))
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") == null)
                .toList();
    }

    /** Returns the custom rules whose status requires a header field, which no rule can provide. */
    public List<String> rulesThatNeedHeaders() {
        return customRules()
                .filter(rule -> rule.effect() instanceof Effect.Answer answer
                        && HttpError.needsHeader(answer.status().code()))
                .map(rule -> rule + " (" + rule.source() + ")")
                .toList();
    }

    private Stream<Rule> customRules() {
        return rules.stream().filter(rule -> rule.source().layer() > Rule.Source.BUILT_IN);
    }

    /**
     * Returns whether a throwable adds no information to its cause: it repeats the message of the cause, or the built-in
     * map declares its class transparent.
     */
    public static boolean isRedundantWrapper(SafeThrowable throwable) {
        var cause = throwable.cause();
        return cause != null
                && (throwable.repeatsCause()
                        || throwable.message().equals(new SafeThrowable(cause).message())
                        || BUILT_IN.named(BinaryClassNames.canonical(throwable.className()))
                                .anyMatch(rule -> rule.effect() instanceof Effect.Transparent
                                        && rule.onSide() == null
                                        && rule.condition().equals(Rule.Condition.NONE)));
    }

    /** Returns the rules for instances of a class, in the order in which they are tried. */
    public List<Rule> rulesOf(Class<?> type) {
        return classRules(type).all();
    }

    /** Returns whether a throwable may have a verdict or fix a side, by these rules or by a declaration. */
    boolean mayApply(ClassRules rules, Throwable throwable) {
        return !rules.all().isEmpty()
                || rules.annotation() != null
                || throwable instanceof HttpError
                || !mappers.isEmpty();
    }

    /** Returns the rules for instances of a class. */
    ClassRules classRules(Class<?> type) {
        return Objects.requireNonNull(byClass.get(type).get());
    }

    private ClassRules computeRules(Class<?> type) {
        var all = BinaryClassNames.supertypesOf(type).stream()
                .flatMap(this::named)
                // Subclasses of a transparent class are not transparent.
                .filter(rule -> !(rule.effect() instanceof Effect.Transparent)
                        || rule.className().equals(BinaryClassNames.canonical(type.getName())))
                .toList();
        return new ClassRules(
                all,
                all.stream()
                        .filter(rule -> rule.setsSideIn(mode))
                        .sorted(CLIENT_FIRST)
                        .toList(),
                all.stream()
                        .filter(rule -> !(rule.effect() instanceof Effect.SideOnly))
                        .toList(),
                type.getAnnotation(RespondsWithStatus.class));
    }

    /**
     * The rules for instances of one class, each list in the order in which it is tried.
     *
     * @param side the rules that set the side
     * @param status the rules that do more than set the side
     * @param annotation the annotation of the class, or null
     */
    record ClassRules(List<Rule> all, List<Rule> side, List<Rule> status, @Nullable RespondsWithStatus annotation) {

        /** Returns the rule that sets the side of a throwable and its causes, or null. */
        @Nullable Rule sideRule(SafeThrowable throwable, Classifier.Context context) {
            for (var rule : side) {
                if (rule.matches(throwable, context)) {
                    return rule;
                }
            }
            return null;
        }

        /** Returns the first rule that matches a throwable on a side and does more than set the side, or null. */
        @Nullable Rule statusRule(SafeThrowable throwable, FaultSide faultSide, Classifier.Context context) {
            for (var rule : status) {
                if ((rule.onSide() == null || rule.onSide() == faultSide) && rule.matches(throwable, context)) {
                    return rule;
                }
            }
            return null;
        }
    }

    /** Returns the rule for the status of an upstream response, or null; 0 stands for an unreadable response. */
    @Nullable Rule upstreamStatusRule(int status, FaultSide side) {
        var family = status >= 400 && status < 600 ? status / 100 + "xx" : "other";
        var names = status == 0 ? Stream.of("none") : Stream.of(Integer.toString(status), family);
        return names.flatMap(name -> named(UPSTREAM_STATUS + name))
                .filter(rule -> rule.onSide() == null || rule.onSide() == side)
                .filter(rule -> rule.mode().compareTo(mode) <= 0)
                .findFirst()
                .orElse(null);
    }

    private Stream<Rule> named(String name) {
        return byName.getOrDefault(name, List.of()).stream();
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
}
