package org.errorpages.throwable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A throwable and its causes, outermost first, each once, at most {@value #MAX_LENGTH}.
 *
 * <p>A {@linkplain java.sql.SQLException#getNextException() next exception} follows after the causes. Suppressed
 * throwables are left out.
 *
 * @param links the throwables
 * @param nexts the positions of next exceptions
 */
public record CauseChain(List<SafeThrowable> links, Set<Integer> nexts) {

    /** The largest number of throwables. */
    public static final int MAX_LENGTH = 64;

    public CauseChain {
        links = List.copyOf(links);
        nexts = Set.copyOf(nexts);
    }

    /** Returns the chain that begins with a throwable. It ends where a cause repeats. */
    public static CauseChain of(Throwable outermost) {
        var links = new ArrayList<SafeThrowable>();
        var nexts = new HashSet<Integer>();
        var causes = new CauseIterator(outermost);
        for (@Nullable Throwable link = outermost; link != null; link = causes.after(link)) {
            if (causes.isAtNextException()) {
                nexts.add(links.size());
            }
            links.add(new SafeThrowable(link));
        }
        return new CauseChain(links, nexts);
    }

    /** Returns the innermost cause that is not a next exception. */
    public SafeThrowable innermostCause() {
        int place = links.size() - 1;
        while (nexts.contains(place)) {
            place--;
        }
        return links.get(place);
    }

    /** Returns the last throwable. */
    public SafeThrowable root() {
        return links.get(links.size() - 1);
    }

    /** Iterates over a chain: the causes of a throwable, then the next exceptions met on the way. */
    public static final class CauseIterator {

        /** A few, compared by identity: a throwable may claim to equal any other. */
        private Throwable[] met = new Throwable[4];

        private int count = 1;
        private @Nullable Queue<Throwable> nextExceptions;
        private boolean atNextException;

        public CauseIterator(Throwable outermost) {
            met[0] = outermost;
        }

        /** Returns the throwable that follows, or null at the end. Only now the throwable is asked for its cause. */
        public @Nullable Throwable after(Throwable link) {
            var next = SafeThrowable.nextOf(link);
            if (next != null) {
                nextExceptions = nextExceptions == null ? new ArrayDeque<>() : nextExceptions;
                nextExceptions.add(next);
            }
            var cause = SafeThrowable.causeOf(link);
            atNextException = cause == null || isMet(cause);
            var following = atNextException ? nextException() : cause;
            if (following == null || count == MAX_LENGTH) {
                return null;
            }
            met = count == met.length ? Arrays.copyOf(met, count * 2) : met;
            met[count++] = following;
            return following;
        }

        /** Returns whether the last one was not a cause but a next exception. */
        boolean isAtNextException() {
            return atNextException;
        }

        private @Nullable Throwable nextException() {
            @Nullable Throwable found = null;
            while (found == null && nextExceptions != null && !nextExceptions.isEmpty()) {
                var candidate = nextExceptions.remove();
                found = isMet(candidate) ? null : candidate;
            }
            return found;
        }

        @SuppressWarnings("ReferenceEquality") // A throwable may claim to equal any other.
        private boolean isMet(Throwable throwable) {
            for (int i = 0; i < count; i++) {
                if (met[i] == throwable) {
                    return true;
                }
            }
            return false;
        }
    }
}
