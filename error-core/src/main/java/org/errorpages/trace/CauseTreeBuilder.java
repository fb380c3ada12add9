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
 * Collects a throwable, its causes and all suppressed throwables, within bounds.
 *
 * <p>The cause chain takes precedence; each of its throwables is followed by its suppressed ones with their causes. A
 * throwable that occurs again becomes a duplicate without frames and children.
 */
final class CauseTreeBuilder {

    private static final int MAX_CAUSES = 25;
    private static final int MAX_SUPPRESSED = 10;
    private static final int MAX_COUNTED = 10_000;

    private final CauseChain chain;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Throwable> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private int capacity;

    /**
     * A throwable in the tree.
     *
     * @param relation how it relates to its parent
     * @param parent the index of its parent, or -1
     * @param duplicate whether it occurs elsewhere in the tree, where its frames and children are
     * @param frames its frames, read once
     * @param omitted how many of its children are left out
     */
    record Node(
            SafeThrowable throwable,
            Relation relation,
            int parent,
            int depth,
            boolean duplicate,
            List<StackTraceElement> frames,
            int omitted) {

        private Node withOmitted(int more) {
            return new Node(throwable, relation, parent, depth, duplicate, frames, omitted + more);
        }
    }

    private CauseTreeBuilder(CauseChain chain) {
        this.chain = chain;
    }

    /** Returns the throwables of a chain, each before its children. */
    static List<Node> of(CauseChain chain) {
        var builder = new CauseTreeBuilder(chain);
        builder.visitChain();
        return builder.nodes;
    }

    private void visitChain() {
        var links = chain.throwables();
        links.forEach(link -> visited.add(link.throwable()));
        capacity = Math.max(0, MAX_CAUSES - links.size());
        // A cause that closes a cycle gets a node at the end of its line.
        int cycles = (int)
                Math.min(capacity, links.stream().filter(this::closesCycle).count());
        capacity -= cycles;
        int last = -1;
        for (int i = 0; i < links.size(); i++) {
            if (isLeftOut(i)) {
                omit(last, 1);
                continue;
            }
            var link = links.get(i);
            last = addLink(link, i, last);
            visitSuppressed(last);
            var cause = link.cause();
            if (cycles > 0 && closesCycle(link) && cause != null) {
                cycles--;
                add(new SafeThrowable(cause), Relation.CAUSE, last, true);
            }
        }
        omit(last, countBeyond(links.get(links.size() - 1)));
    }

    /** A chain that is too long loses its middle, never its root. */
    private boolean isLeftOut(int index) {
        return index >= MAX_CAUSES - 1 && index < chain.throwables().size() - 1;
    }

    private int addLink(SafeThrowable link, int index, int previous) {
        boolean next = chain.nextExceptions().contains(index);
        int parent = next ? ownerOf(link.throwable(), previous) : previous;
        return add(link, index == 0 ? Relation.THROWN : next ? Relation.NEXT : Relation.CAUSE, parent, false);
    }

    private int add(SafeThrowable throwable, Relation relation, int parent, boolean duplicate) {
        var frames = duplicate ? List.<StackTraceElement>of() : Arrays.asList(throwable.frames());
        int depth = parent < 0 ? 0 : nodes.get(parent).depth() + 1;
        nodes.add(new Node(throwable, relation, parent, depth, duplicate, frames, 0));
        return nodes.size() - 1;
    }

    /** Returns the index of the SQLException that this one is the next exception of. */
    @SuppressWarnings("ReferenceEquality") // A throwable may override equals.
    private int ownerOf(Throwable next, int fallback) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).throwable().nextException() == next) {
                return i;
            }
        }
        return fallback;
    }

    /** Returns whether the cause is an earlier throwable. A cause that is created on each call never is. */
    @SuppressWarnings("ReferenceEquality")
    private boolean closesCycle(SafeThrowable link) {
        var cause = link.cause();
        var links = chain.throwables();
        int below = links.indexOf(link) + 1;
        boolean continued = below < links.size() && links.get(below).throwable() == cause;
        return cause != null && !continued && visited.contains(cause);
    }

    private void visitSuppressed(int parent) {
        var suppressed = nodes.get(parent).throwable().suppressed();
        int count = 0;
        while (count < Math.min(suppressed.size(), MAX_SUPPRESSED) && capacity > 0) {
            visit(suppressed.get(count), Relation.SUPPRESSED, parent);
            count++;
        }
        omit(parent, suppressed.size() - count);
    }

    /** Recurses at most {@code capacity} levels deep. */
    private void visit(@Nullable Throwable thrown, Relation relation, int parent) {
        if (thrown == null) {
            return;
        }
        if (capacity == 0) {
            omit(parent, 1);
            return;
        }
        capacity--;
        var throwable = new SafeThrowable(thrown);
        boolean duplicate = !visited.add(thrown);
        int index = add(throwable, relation, parent, duplicate);
        if (!duplicate) {
            visitSuppressed(index);
            visit(throwable.cause(), Relation.CAUSE, index);
            visit(throwable.nextException(), Relation.NEXT, index);
        }
    }

    private void omit(int parent, int count) {
        if (count > 0) {
            nodes.set(parent, nodes.get(parent).withOmitted(count));
        }
    }

    /** Returns how many causes follow a chain of the maximum length. */
    private int countBeyond(SafeThrowable last) {
        if (chain.throwables().size() < CauseChain.MAX_LENGTH) {
            return 0;
        }
        int before = visited.size();
        var cause = last.cause();
        while (cause != null && visited.size() - before < MAX_COUNTED && visited.add(cause)) {
            cause = new SafeThrowable(cause).cause();
        }
        return visited.size() - before;
    }
}
