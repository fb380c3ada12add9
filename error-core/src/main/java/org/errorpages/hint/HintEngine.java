package org.errorpages.hint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.resource.Lazy;
import org.errorpages.throwable.BinaryClassNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds hints about failures by the rules of {@code hints.properties} and by providers.
 *
 * <p>The rules are parsed on first use. No method throws, even if an exception or a provider is hostile.
 */
public final class HintEngine {

    private static final Lazy<Map<String, List<HintRule>>> RULES =
            Lazy.of(() -> HintRule.builtIn().stream().collect(Collectors.groupingBy(HintRule::className)));

    private final List<TimeLimitedProvider> providers;

    /** Creates an engine with the built-in rules and the given providers. */
    public HintEngine(List<? extends HintProvider> providers) {
        this.providers = providers.stream()
                .map(provider -> new TimeLimitedProvider(provider, new AtomicBoolean()))
                .toList();
    }

    /**
     * The result of a hint rule that matches a cause.
     *
     * @param hints the names of hint texts; the first one counts whose values are all known
     * @param values the values for the texts; from untrusted strings, not bounded
     * @param cause the index of the cause in the chain, from 0
     * @param broad whether the hint comes after those of all other causes
     * @param link a page to read, or null
     */
    public record RuleMatch(
            List<String> hints, Map<String, String> values, int cause, boolean broad, @Nullable String link) {

        public RuleMatch {
            hints = List.copyOf(hints);
            values = Map.copyOf(values);
        }

        /** Returns whether another match has the same hints and at least these values, as matches of wrappers often do. */
        boolean isCoveredBy(RuleMatch other) {
            return hints.equals(other.hints) && other.values.entrySet().containsAll(values.entrySet());
        }
    }

    /** Returns at most {@value HintProvider#MAX_HINTS} hints of each provider; they are not bounded yet. */
    public List<Hint> findProvidedHints(FailureContext failure) {
        return providers.stream()
                .flatMap(provider -> provider.suggest(failure).stream())
                .toList();
    }

    /**
     * Returns at most one match for each cause: those of the innermost cause first, broad ones last.
     *
     * @param redaction removes the secrets of a message before values are extracted from it
     */
    public List<RuleMatch> matchRules(FailureContext failure, UnaryOperator<String> redaction) {
        var causes = HintRuleInput.of(failure.causes(), redaction);
        var matches = IntStream.iterate(causes.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(causes::get)
                .flatMap(cause -> bestMatch(cause).stream())
                .sorted(Comparator.comparing(RuleMatch::broad))
                .toList();
        var distinct = new ArrayList<RuleMatch>();
        for (var match : matches) {
            if (distinct.stream().noneMatch(match::isCoveredBy)) {
                distinct.removeIf(known -> known.isCoveredBy(match));
                distinct.add(match);
            }
        }
        return distinct;
    }

    /** Returns the match of the strongest rule, among equals that of the nearest class. */
    private static Optional<RuleMatch> bestMatch(HintRuleInput cause) {
        var rules = RULES.get();
        try {
            return BinaryClassNames.supertypesOf(cause.throwable().throwable().getClass()).stream()
                    .flatMap(name -> rules.getOrDefault(name, List.of()).stream())
                    .sorted(Comparator.comparingInt(HintRule::strength).reversed())
                    .flatMap(rule -> rule.match(cause).stream())
                    .findFirst();
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return Optional.empty(); // Foreign classes were called. A report is useful without a hint.
        }
    }

    /** Calls an untrusted provider, which may throw, return anything, or never return. */
    private record TimeLimitedProvider(HintProvider provider, AtomicBoolean tooSlow) {

        private static final long TIMEOUT_MILLIS = 1_000;

        /** Returns the hints that the provider returns in time. */
        List<Hint> suggest(FailureContext failure) {
            if (tooSlow.get()) {
                return List.of();
            }
            var task = new FutureTask<>(() -> Stream.ofNullable(provider.suggest(failure))
                    .flatMap(List::stream)
                    .filter(Objects::nonNull)
                    .limit(HintProvider.MAX_HINTS)
                    .toList());
            var thread = new Thread(task, "errorpages-hints");
            thread.setDaemon(true);
            try {
                thread.start();
                return task.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                // The thread cannot be ended, so the provider must never get a second one.
                tooSlow.set(true);
                task.cancel(true);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | OutOfMemoryError failed) {
                // Perhaps no thread could be started, which may be the very failure to explain.
            }
            return List.of();
        }
    }
}
