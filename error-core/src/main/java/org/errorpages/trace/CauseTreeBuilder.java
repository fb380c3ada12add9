package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Visits a throwable and all that hangs on it: first the chain of its causes, which has a place before all else, each
 * followed by what it suppressed with the causes of that. Each throwable is told once; where it occurs again it is only
 * named.
 */
final class CauseTreeBuilder {

    private static final int MAX_CAUSES = 25;
    private static final int MAX_SUPPRESSED = 10;
    private static final int MAX_COUNTED = 10_000;

    private final CauseChain chain;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private int places;

    /**
     * A throwable in the tree of those that hang together.
     *
     * @param suspect the throwable
     * @param relation how it hangs on its parent
     * @param parent the place of its parent, or -1
     * @param depth how far down it is
     * @param seen whether it has a place elsewhere in the tree, so that here is nothing more of it
     * @param frames its frames, as it gives them once
     * @param omitted how many that hang on it have no place
     */
    record Node(
            SafeThrowable suspect,
            Relation relation,
            int parent,
            int depth,
            boolean seen,
            List<StackTraceElement> frames,
            int omitted) {

        private static Node of(SafeThrowable suspect, Relation relation, int parent, int depth) {
            return new Node(suspect, relation, parent, depth, false, Arrays.asList(suspect.frames()), 0);
        }

        private static Node again(SafeThrowable suspect, Relation relation, int parent, int depth) {
            return new Node(suspect, relation, parent, depth, true, List.of(), 0);
        }

        private Node omitting(int more) {
            return new Node(suspect, relation, parent, depth, seen, frames, omitted + more);
        }
    }

    private CauseTreeBuilder(CauseChain chain) {
        this.chain = chain;
    }

    /** Returns the tree, each throwable before those that hang on it. */
    static List<Node> of(CauseChain chain) {
        var walk = new CauseTreeBuilder(chain);
        walk.visit();
        return walk.nodes;
    }

    private void visit() {
        var links = chain.links();
        links.forEach(link -> met.add(link.throwable()));
        places = Math.max(0, MAX_CAUSES - links.size());
        // A place for the end of each line of causes that ends in itself.
        int cycles =
                (int) Math.min(places, links.stream().filter(this::endsInItself).count());
        places -= cycles;
        int last = -1;
        for (int i = 0; i < links.size(); i++) {
            if (isLeftOut(i)) {
                omit(last, 1);
                continue;
            }
            last = add(links.get(i), i, last);
            visitSuppressed(last);
            if (endsInItself(links.get(i)) && cycles > 0) {
                cycles--;
                addAgain(links.get(i).cause(), last);
            }
        }
        omit(last, beyond(links.get(links.size() - 1)));
    }

    /** Of a chain that is too long the middle is left out, never the root. */
    private boolean isLeftOut(int place) {
        return place >= MAX_CAUSES - 1 && place < chain.links().size() - 1;
    }

    private int add(SafeThrowable link, int place, int above) {
        boolean next = chain.nexts().contains(place);
        int parent = next ? ownerOf(link.throwable(), above) : above;
        return add(link, place == 0 ? Relation.THROWN : next ? Relation.NEXT : Relation.CAUSE, parent);
    }

    private int add(SafeThrowable suspect, Relation relation, int parent) {
        nodes.add(Node.of(suspect, relation, parent, depthBelow(parent)));
        return nodes.size() - 1;
    }

    private void addAgain(@Nullable Throwable throwable, int parent) {
        if (throwable != null) {
            nodes.add(Node.again(new SafeThrowable(throwable), Relation.CAUSE, parent, depthBelow(parent)));
        }
    }

    private int depthBelow(int parent) {
        return parent < 0 ? 0 : nodes.get(parent).depth() + 1;
    }

    /** Returns the place of the exception whose next one this is. */
    @SuppressWarnings("ReferenceEquality") // A throwable may call any other its equal.
    private int ownerOf(Throwable next, int otherwise) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).suspect().next() == next) {
                return i;
            }
        }
        return otherwise;
    }

    /** Returns whether the cause is one that has a place above; that of a cause on demand is a new one each time. */
    @SuppressWarnings("ReferenceEquality")
    private boolean endsInItself(SafeThrowable link) {
        var cause = link.cause();
        var links = chain.links();
        int below = links.indexOf(link) + 1;
        boolean continued = below < links.size() && links.get(below).throwable() == cause;
        return cause != null && !continued && met.contains(cause);
    }

    private void visitSuppressed(int parent) {
        var suppressed = nodes.get(parent).suspect().suppressed();
        int told = 0;
        while (told < Math.min(suppressed.size(), MAX_SUPPRESSED) && places > 0) {
            visit(suppressed.get(told), Relation.SUPPRESSED, parent);
            told++;
        }
        omit(parent, suppressed.size() - told);
    }

    /** As each visit takes a place, none is deep. */
    private void visit(@Nullable Throwable throwable, Relation relation, int parent) {
        if (throwable == null) {
            return;
        }
        if (places == 0) {
            omit(parent, 1);
            return;
        }
        places--;
        var suspect = new SafeThrowable(throwable);
        if (!met.add(throwable)) {
            nodes.add(Node.again(suspect, relation, parent, depthBelow(parent)));
            return;
        }
        int here = add(suspect, relation, parent);
        visitSuppressed(here);
        visit(suspect.cause(), Relation.CAUSE, here);
        visit(suspect.next(), Relation.NEXT, here);
    }

    private void omit(int parent, int count) {
        if (count > 0) {
            nodes.set(parent, nodes.get(parent).omitting(count));
        }
    }

    /** Returns how many follow on a chain that is longer than one that is looked at. */
    private int beyond(SafeThrowable last) {
        if (chain.links().size() < CauseChain.MAX_LENGTH) {
            return 0;
        }
        int before = met.size();
        var cause = last.cause();
        while (cause != null && met.size() - before < MAX_COUNTED && met.add(cause)) {
            cause = new SafeThrowable(cause).cause();
        }
        return met.size() - before;
    }
}
