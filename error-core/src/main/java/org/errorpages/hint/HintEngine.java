package org.errorpages.hint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows what can be done about failures: by the rules of {@code hints.properties}, and from who was registered.
 *
 * <p>The rules are read when a failure is first looked up. Nothing here throws, whatever an exception or a provider does.
 */
public final class HintEngine {

    private static final HintEngine BUILT_IN = new HintEngine(List.of());

    private final List<TimeLimitedProvider> providers;

    private HintEngine(List<TimeLimitedProvider> providers) {
        this.providers = List.copyOf(providers);
    }

    /** Returns the book of the rules only. */
    public static HintEngine builtIn() {
        return BUILT_IN;
    }

    /** Returns a book that asks these as well, in this order. */
    public HintEngine asking(List<? extends HintProvider> more) {
        if (more.isEmpty()) {
            return this;
        }
        var asked = Stream.concat(providers.stream(), more.stream().map(TimeLimitedProvider::new));
        return new HintEngine(asked.toList());
    }

    /** Returns a book that asks those as well that the class path offers as services. */
    public HintEngine askingServices() {
        return asking(ServiceLoader.load(HintProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Returns what the providers say, each at most {@value HintProvider#MAX_SUGGESTIONS}; nothing of it is bounded yet. */
    public List<Hint> suggestions(FailureContext symptoms) {
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
    public List<RuleMatch> findings(FailureContext symptoms, UnaryOperator<String> redaction) {
        var rules = Rules.BY_CLASS;
        var clues = CauseContext.of(symptoms.causes(), redaction);
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
    private static Optional<HintRule.Match> best(Map<String, List<HintRule>> rules, CauseContext clue) {
        try {
            return bestMatch(rules, clue);
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return Optional.empty();
        }
    }

    /** Returns the match of the strongest rule; among equally strong ones that of the nearest class. */
    private static Optional<HintRule.Match> bestMatch(Map<String, List<HintRule>> rules, CauseContext clue) {
        return clue.suspect().kinds().stream()
                .flatMap(kind -> rules.getOrDefault(kind, List.of()).stream())
                .sorted(Comparator.comparingInt(HintRule::strength).reversed())
                .flatMap(rule -> rule.match(clue).stream())
                .findFirst();
    }

    private static List<RuleMatch> distinct(List<RuleMatch> findings) {
        var kept = new ArrayList<RuleMatch>();
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

    /** Calls a provider that is not trusted: it may throw, return anything, or never return. */
    private static final class TimeLimitedProvider {

        private static final long PATIENCE_MILLIS = 1_000;

        private final HintProvider provider;
        private final AtomicBoolean tooSlow = new AtomicBoolean();

        TimeLimitedProvider(HintProvider provider) {
            this.provider = provider;
        }

        /** Returns the hints that the provider gives in time. */
        List<Hint> suggest(FailureContext symptoms) {
            if (tooSlow.get()) {
                return List.of();
            }
            var answer = new FutureTask<>(() -> first(provider.suggest(symptoms)));
            var thread = new Thread(answer, "errorpages-hints");
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (OutOfMemoryError noThread) {
                // This may be the very failure that is being looked at.
                return List.of();
            }
            return await(answer);
        }

        private List<Hint> await(FutureTask<List<Hint>> answer) {
            try {
                return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                // Its thread cannot be ended, so there must never be a second one.
                tooSlow.set(true);
                answer.cancel(true);
                return List.of();
            } catch (ExecutionException thrown) {
                return List.of();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        private static List<Hint> first(@Nullable List<@Nullable Hint> given) {
            var first = new ArrayList<Hint>();
            if (given != null) {
                for (var suggestion : given) {
                    if (first.size() == HintProvider.MAX_SUGGESTIONS) {
                        break;
                    }
                    if (suggestion != null) {
                        first.add(suggestion);
                    }
                }
            }
            return first;
        }
    }
}
