package org.errorpages.hint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Asks a provider that is not trusted: it may throw, return anything, or never come back. */
final class AskedProvider {

    private static final long PATIENCE_MILLIS = 1_000;

    private final HintProvider provider;
    private final AtomicBoolean tooSlow = new AtomicBoolean();

    AskedProvider(HintProvider provider) {
        this.provider = provider;
    }

    /** Returns what the provider says in time, or nothing. */
    List<Suggestion> suggest(Symptoms symptoms) {
        if (tooSlow.get()) {
            return List.of();
        }
        var answer = new FutureTask<>(() -> first(provider.suggest(symptoms)));
        var thread = new Thread(answer, "errorpages-hints");
        thread.setDaemon(true);
        try {
            thread.start();
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            // Its thread cannot be stopped, so there must never be a second one.
            tooSlow.set(true);
            answer.cancel(true);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | OutOfMemoryError unusable) {
            // A lack of threads may be the very failure at hand. Without hints the report is still good.
        }
        return List.of();
    }

    private static List<Suggestion> first(@Nullable List<@Nullable Suggestion> given) {
        var first = new ArrayList<Suggestion>();
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
