package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The way down from a throwable: its causes and then the next exceptions met on it, each once. */
final class CauseWalk implements CauseChain.Way {

    /** Those met, searched from end to end: they are few, and throwables may call others their equals. */
    private final List<Throwable> met = new ArrayList<>();

    private final Queue<Throwable> aside = new ArrayDeque<>();
    private boolean turned;

    CauseWalk(Throwable outermost) {
        met.add(outermost);
    }

    @Override
    public @Nullable Throwable after(Throwable link) {
        var next = Suspect.nextOf(link);
        if (next != null) {
            aside.add(next);
        }
        var cause = Suspect.causeOf(link);
        turned = cause == null || isMet(cause);
        var here = turned ? besides() : cause;
        if (here == null || met.size() == CauseChain.MAX_LENGTH) {
            return null;
        }
        met.add(here);
        return here;
    }

    /** Returns whether the last one is no cause but a next exception. */
    boolean isNext() {
        return turned;
    }

    private @Nullable Throwable besides() {
        @Nullable Throwable found = null;
        while (found == null && !aside.isEmpty()) {
            var candidate = aside.remove();
            found = isMet(candidate) ? null : candidate;
        }
        return found;
    }

    @SuppressWarnings("ReferenceEquality") // A throwable may call any other its equal.
    private boolean isMet(Throwable throwable) {
        return met.stream().anyMatch(known -> known == throwable);
    }
}
