package org.errorpages.evidence;

import java.util.stream.Collectors;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/** Formats cause chains, outermost first. */
final class Chains {

    private Chains() {}

    /** Returns the classes down to the decisive one; deeper causes often depend on timing. */
    static String ofClasses(Throwable thrown, Reason because) {
        long shown = because.decisiveClass() == null ? CauseChain.MAX_LENGTH : because.depth() + 1L;
        return CauseChain.of(thrown).throwables().stream()
                .limit(shown)
                .map(SafeThrowable::simpleName)
                .collect(Collectors.joining(" ← "));
    }

    static String withMessages(Throwable thrown) {
        return CauseChain.of(thrown).throwables().stream()
                .map(link -> link.className() + "(" + link.message() + ")")
                .collect(Collectors.joining("\n  <- "));
    }
}
