package org.errorpages.status;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The way down from a throwable: its causes and then the next exceptions met on it, each once. */
final class CauseWalk {

    private final Throwable outermost;
    private final int longest;

    /** Those met, from the moment on when one of them could be met again: few chains have such a moment. */
    private Throwable @Nullable [] met;

    private int count;
    private @Nullable Throwable ahead;
    private @Nullable Queue<Throwable> aside;
    private boolean turned;

    CauseWalk(Throwable outermost, int longest) {
        this.outermost = outermost;
        this.ahead = outermost;
        this.longest = longest;
        this.met = ends(outermost, longest) ? null : new Throwable[longest];
    }

    /** Returns the throwable that follows, or null if there is none or enough were met. */
    @Nullable Throwable next() {
        turned = ahead == null || isMet(ahead);
        var here = turned ? besides() : ahead;
        if (here == null || count == longest) {
            return null;
        }
        if (met != null) {
            met[count] = here;
        }
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
            met = met == null ? causes() : met;
        }
        aside.add(next);
    }

    /** Returns the causes met so far; no next exception was among them. */
    private Throwable[] causes() {
        var causes = new Throwable[longest];
        var cause = outermost;
        for (int i = 0; i < count && cause != null; i++) {
            causes[i] = cause;
            cause = Suspect.causeOf(cause);
        }
        return causes;
    }

    @SuppressWarnings("ReferenceEquality") // A throwable may call any other its equal.
    private boolean isMet(Throwable throwable) {
        var known = met;
        for (int i = count - 1; known != null && i >= 0; i--) {
            if (known[i] == throwable) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the causes of a throwable come to an end soon, so that none of them can repeat. */
    private static boolean ends(Throwable outermost, int longest) {
        @Nullable Throwable cause = outermost;
        for (int i = 0; i < longest && cause != null; i++) {
            cause = Suspect.causeOf(cause);
        }
        return cause == null;
    }
}
