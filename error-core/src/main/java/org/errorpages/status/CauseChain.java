package org.errorpages.status;

import java.util.ArrayList;
import java.util.HashSet;
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
        var links = new ArrayList<Suspect>();
        var nexts = new HashSet<Integer>();
        var walk = new CauseWalk(outermost);
        for (@Nullable Throwable link = outermost; link != null; link = walk.after(link)) {
            if (walk.isNext()) {
                nexts.add(links.size());
            }
            links.add(new Suspect(link));
        }
        return new CauseChain(links, nexts);
    }

    /** Returns the way down the chain for who does not keep it; few are other than plain. */
    static Way descend(Throwable outermost) {
        return isPlain(outermost) ? Suspect::causeOf : new CauseWalk(outermost);
    }

    /** Returns whether there are only causes, which end soon, so that none can repeat. */
    private static boolean isPlain(Throwable outermost) {
        @Nullable Throwable link = outermost;
        for (int i = 0; i < MAX_LENGTH && link != null; i++) {
            if (Suspect.nextOf(link) != null) {
                return false;
            }
            link = Suspect.causeOf(link);
        }
        return link == null;
    }

    /** Leads from one throwable to the next. */
    interface Way {

        /** Returns the throwable that follows, or null if there is none or enough were met. */
        @Nullable Throwable after(Throwable link);
    }

    /** Returns the innermost that is a cause, and no next exception of one. */
    public Suspect innermostCause() {
        int place = links.size() - 1;
        while (nexts.contains(place)) {
            place--;
        }
        return links.get(place);
    }

    /** Returns the innermost cause. */
    public Suspect root() {
        return links.get(links.size() - 1);
    }
}
