package org.errorpages.throwable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists a throwable and its causes, outermost first, without cycles.
 *
 * <p>It has at most {@value #MAX_LENGTH} elements. {@linkplain java.sql.SQLException#getNextException() Next exceptions}
 * follow after the causes; suppressed throwables are left out.
 *
 * @param throwables the throwables, outermost first
 * @param nextExceptions the indexes of next exceptions
 */
public record CauseChain(List<SafeThrowable> throwables, Set<Integer> nextExceptions) {

    /** The maximum number of throwables. */
    public static final int MAX_LENGTH = 64;

    public CauseChain {
        throwables = List.copyOf(throwables);
        nextExceptions = Set.copyOf(nextExceptions);
    }

    /** Returns the chain that begins with a throwable. */
    public static CauseChain of(Throwable outermost) {
        var throwables = new ArrayList<SafeThrowable>();
        var nexts = new HashSet<Integer>();
        var causes = new CauseIterator(outermost);
        for (@Nullable SafeThrowable link = new SafeThrowable(outermost); link != null; link = causes.after(link)) {
            if (causes.atNextException) {
                nexts.add(throwables.size());
            }
            throwables.add(link);
        }
        return new CauseChain(throwables, nexts);
    }

    /** Returns the innermost cause that is not a next exception. */
    public SafeThrowable innermostCause() {
        int index = throwables.size() - 1;
        while (nextExceptions.contains(index)) {
            index--;
        }
        return throwables.get(index);
    }

    /** Returns the last throwable. */
    public SafeThrowable root() {
        return throwables.get(throwables.size() - 1);
    }

    /** Iterates over a chain: the causes of a throwable, then the next exceptions found on the way. */
    public static final class CauseIterator {

        private static final Throwable[] NONE = {};

        private final Throwable outermost;

        /** The throwables after the outermost. Compared by identity: a throwable may claim to equal any other. */
        private Throwable[] visited = NONE;

        private int count;
        private List<Throwable> nextExceptions = List.of();

        /** Whether the last returned throwable is a next exception rather than a cause. */
        private boolean atNextException;

        /** Creates an iterator that starts at a throwable. */
        public CauseIterator(Throwable outermost) {
            this.outermost = outermost;
        }

        /** Returns the throwable that follows, or null at the end. It reads the cause of the given one only now. */
        public @Nullable SafeThrowable after(SafeThrowable link) {
            var next = link.nextException();
            if (next != null) {
                nextExceptions = new ArrayList<>(nextExceptions);
                nextExceptions.add(next);
            }
            var following = link.cause();
            atNextException = following == null || isVisited(following);
            while (following == null || isVisited(following)) {
                if (nextExceptions.isEmpty()) {
                    return null;
                }
                following = nextExceptions.remove(0);
            }
            if (count == MAX_LENGTH - 1) {
                return null;
            }
            visited = count == visited.length ? Arrays.copyOf(visited, 2 * count + 4) : visited;
            visited[count++] = following;
            return new SafeThrowable(following);
        }

        private boolean isVisited(Throwable throwable) {
            for (int i = 0; i < count; i++) {
                if (visited[i] == throwable) {
                    return true;
                }
            }
            return throwable == outermost;
        }
    }
}
