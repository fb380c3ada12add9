package org.errorpages.report;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list each element of which is made from another when somebody first looks at it; for one thread. */
final class MadeWhenAsked<A, B> extends AbstractList<B> {

    private final List<A> origins;
    private final Function<A, B> making;
    private final List<@Nullable B> made;

    MadeWhenAsked(List<A> origins, Function<A, B> making) {
        this.origins = origins;
        this.making = making;
        this.made = new ArrayList<>(Collections.nCopies(origins.size(), null));
    }

    @Override
    public B get(int index) {
        var known = made.get(index);
        if (known != null) {
            return known;
        }
        var element = making.apply(origins.get(index));
        made.set(index, element);
        return element;
    }

    @Override
    public int size() {
        return origins.size();
    }
}
