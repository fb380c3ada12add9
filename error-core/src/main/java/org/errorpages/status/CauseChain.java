package org.errorpages.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        var way = descend(outermost);
        for (var link = way.next(); link != null; link = way.next()) {
            if (way.isNext()) {
                nexts.add(links.size());
            }
            links.add(new Suspect(link));
        }
        return new CauseChain(links, nexts);
    }

    /** Returns the way down the chain for who does not keep it. */
    static CauseWalk descend(Throwable outermost) {
        return new CauseWalk(outermost, MAX_LENGTH);
    }

    /** Returns the innermost cause. */
    public Suspect root() {
        return links.get(links.size() - 1);
    }
}
