package org.errorpages.hint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Knows what can be done about failures: by the rules of {@code hints.properties}, and from who was registered.
 *
 * <p>The rules are read when a failure is first looked up. Nothing here throws, whatever an exception or a provider does.
 */
public final class HintBook {

    private static final HintBook BUILT_IN = new HintBook(List.of());

    private final List<AskedProvider> providers;

    private HintBook(List<AskedProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Returns the book of the rules only. */
    public static HintBook builtIn() {
        return BUILT_IN;
    }

    /** Returns a book that asks these as well, in this order. */
    public HintBook asking(List<? extends HintProvider> more) {
        if (more.isEmpty()) {
            return this;
        }
        var asked = Stream.concat(providers.stream(), more.stream().map(AskedProvider::new));
        return new HintBook(asked.toList());
    }

    /** Returns a book that asks those as well that the class path offers as services. */
    public HintBook askingServices() {
        return asking(ServiceLoader.load(HintProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Returns what the providers say, each at most {@value HintProvider#MAX_SUGGESTIONS}; nothing of it is bounded yet. */
    public List<Suggestion> suggestions(Symptoms symptoms) {
        return providers.stream()
                .flatMap(provider -> provider.suggest(symptoms).stream())
                .toList();
    }

    /**
     * Returns what the rules find, one finding at most for each cause: of the innermost cause first, what rules call
     * broad last.
     *
     * @param redaction hides secrets of a message before anything is taken out of it
     */
    public List<Finding> findings(Symptoms symptoms, UnaryOperator<String> redaction) {
        var rules = Rules.BY_CLASS;
        var clues = Clue.of(symptoms.causes(), redaction);
        var found = IntStream.iterate(clues.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(clues::get)
                .flatMap(clue -> best(rules, clue).stream())
                .toList();
        return distinct(Stream.concat(
                        found.stream().filter(match -> !match.rule().broad()),
                        found.stream().filter(match -> match.rule().broad()))
                .map(HintRule.Match::finding)
                .toList());
    }

    /** The boundary to what is asked of foreign classes: without a hint the report is still good. */
    private static Optional<HintRule.Match> best(Map<String, List<HintRule>> rules, Clue clue) {
        try {
            return bestMatch(rules, clue);
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return Optional.empty();
        }
    }

    /** Returns the match of the strongest rule; among equally strong ones that of the nearest class. */
    private static Optional<HintRule.Match> bestMatch(Map<String, List<HintRule>> rules, Clue clue) {
        return clue.suspect().kinds().stream()
                .flatMap(kind -> rules.getOrDefault(kind, List.of()).stream())
                .sorted(Comparator.comparingInt(HintRule::strength).reversed())
                .flatMap(rule -> rule.match(clue).stream())
                .findFirst();
    }

    private static List<Finding> distinct(List<Finding> findings) {
        var kept = new ArrayList<Finding>();
        for (var finding : findings) {
            if (kept.stream().noneMatch(finding::saysNoMoreThan)) {
                kept.removeIf(known -> known.saysNoMoreThan(finding));
                kept.add(finding);
            }
        }
        return kept;
    }

    /** Parsed with the first failure that a developer reads. */
    private static final class Rules {
        private static final Map<String, List<HintRule>> BY_CLASS =
                HintRule.builtIn().stream().collect(Collectors.groupingBy(HintRule::className));
    }
}
