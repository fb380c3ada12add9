package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A throwable and what caused it, outermost first, each once, at most {@value #MAX_LENGTH}.
 *
 * <p>An {@link java.sql.SQLException#getNextException() next exception} follows after the causes. What was suppressed is
 * no cause and is left out.
 *
 * @param links the throwables
 * @param nexts the places of those that are no cause but a next exception
 */
public record CauseChain(List<Suspect> links, Set<Integer> nexts) {

    /** The largest number of throwables that are looked at. */
    public static final int MAX_LENGTH = 64;

    public CauseChain {
        links = List.copyOf(links);
        nexts = Set.copyOf(nexts);
    }

    /** Returns the chain that begins with the throwable; it ends where a cause repeats. */
    public static CauseChain of(Throwable outermost) {
        return new Tracing().from(outermost);
    }

    /** Returns the innermost cause. */
    public Suspect root() {
        return links.get(links.size() - 1);
    }

    /** The way down, with the next exceptions that are still to be followed. */
    private static final class Tracing {

        private final List<Suspect> links = new ArrayList<>();
        private final Set<Integer> nexts = new HashSet<>();
        private final ArrayDeque<Throwable> aside = new ArrayDeque<>();
        private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        CauseChain from(Throwable outermost) {
            follow(outermost);
            for (@Nullable Throwable next = aside.poll(); next != null; next = aside.poll()) {
                if (!seen.contains(next) && links.size() < MAX_LENGTH) {
                    nexts.add(links.size());
                    follow(next);
                }
            }
            return new CauseChain(links, nexts);
        }

        private void follow(Throwable first) {
            for (@Nullable Throwable t = first; t != null && links.size() < MAX_LENGTH && seen.add(t); ) {
                var suspect = new Suspect(t);
                links.add(suspect);
                var next = suspect.next();
                if (next != null) {
                    aside.add(next);
                }
                t = suspect.cause();
            }
        }
    }
}
