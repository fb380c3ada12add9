package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The way down from a throwable: its causes and then the next exceptions met on it, each once. */
final class CauseWalk {

    private final int longest;

    /** Searched from end to end: it is short, and hashing a fresh throwable costs more than to pass by all of them. */
    private final List<Throwable> met = new ArrayList<>();

    private @Nullable Throwable ahead;
    private @Nullable Queue<Throwable> aside;
    private boolean turned;

    CauseWalk(Throwable outermost, int longest) {
        this.ahead = outermost;
        this.longest = longest;
    }

    /** Returns the throwable that follows, or null if there is none or enough were met. */
    @Nullable Suspect next() {
        turned = ahead == null || isMet(ahead);
        var here = turned ? besides() : ahead;
        if (here == null || met.size() == longest) {
            return null;
        }
        met.add(here);
        var suspect = new Suspect(here);
        remember(suspect.next());
        ahead = suspect.cause();
        return suspect;
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

    @SuppressWarnings("ReferenceEquality") // A throwable may call any other its equal.
    private boolean isMet(Throwable throwable) {
        for (int i = met.size() - 1; i >= 0; i--) {
            if (met.get(i) == throwable) {
                return true;
            }
        }
        return false;
    }
}
