package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The way down from a throwable: its causes and then the next exceptions met on it, each once. */
final class CauseWalk {

    private static final Throwable[] NONE = {};
    private static final int USUAL_LENGTH = 6;

    private final int longest;

    /**
     * Those before the last one, searched from end to end: they are few, and hashing a fresh throwable costs more than
     * to pass by all of them.
     */
    private Throwable[] met = NONE;

    private int count;
    private @Nullable Throwable last;
    private @Nullable Throwable ahead;
    private @Nullable Queue<Throwable> aside;
    private boolean turned;

    CauseWalk(Throwable outermost, int longest) {
        this.ahead = outermost;
        this.longest = longest;
    }

    /** Returns the throwable that follows, or null if there is none or enough were met. */
    @Nullable Throwable next() {
        turned = ahead == null || isMet(ahead);
        var here = turned ? besides() : ahead;
        if (here == null || count == longest) {
            return null;
        }
        if (last != null) {
            keep(last);
        }
        last = here;
        count++;
        remember(Suspect.nextOf(here));
        ahead = Suspect.causeOf(here);
        return here;
    }

    /** Returns whether the last one is no cause but a next exception. */
    boolean isNext() {
        return turned;
    }

    private @Nullable Throwable besides() {
        @Nullable Throwable found = null;
        while (aside != null && found == null && !aside.isEmpty()) {
            var candidate = aside.remove();
            found = isMet(candidate) ? null : candidate;
        }
        return found;
    }

    private void remember(@Nullable Throwable next) {
        if (next == null) {
            return;
        }
        if (aside == null) {
            aside = new ArrayDeque<>();
        }
        aside.add(next);
    }

    private void keep(Throwable throwable) {
        if (count > met.length) {
            met = Arrays.copyOf(met, count > USUAL_LENGTH ? longest : USUAL_LENGTH);
        }
        met[count - 1] = throwable;
    }

    @SuppressWarnings("ReferenceEquality") // A throwable may call any other its equal.
    private boolean isMet(Throwable throwable) {
        if (throwable == last) {
            return true;
        }
        for (int i = count - 2; i >= 0; i--) {
            if (met[i] == throwable) {
                return true;
            }
        }
        return false;
    }
}
