package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
 */
public record CauseChain(List<Suspect> links) {

    /** The largest number of throwables that are looked at. */
    public static final int MAX_LENGTH = 64;

    public CauseChain {
        links = List.copyOf(links);
    }

    /** Returns the chain that begins with the throwable; it ends where a cause repeats. */
    public static CauseChain of(Throwable outermost) {
        var links = new ArrayList<Suspect>();
        var aside = new ArrayDeque<Throwable>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable t = outermost; t != null && links.size() < MAX_LENGTH; t = following(t, aside, seen)) {
            seen.add(t);
            links.add(new Suspect(t));
        }
        return new CauseChain(links);
    }

    /** Returns the innermost cause. */
    public Suspect root() {
        return links.get(links.size() - 1);
    }

    private static @Nullable Throwable following(Throwable current, ArrayDeque<Throwable> aside, Set<Throwable> seen) {
        var suspect = new Suspect(current);
        var next = suspect.next();
        if (next != null) {
            aside.add(next);
        }
        var cause = suspect.cause();
        if (cause != null && !seen.contains(cause)) {
            return cause;
        }
        var branch = aside.poll();
        while (branch != null && seen.contains(branch)) {
            branch = aside.poll();
        }
        return branch;
    }
}
