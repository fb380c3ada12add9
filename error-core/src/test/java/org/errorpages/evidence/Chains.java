package org.errorpages.evidence;

import java.util.stream.Collectors;
import org.errorpages.status.CauseChain;
import org.errorpages.status.Suspect;

/** Chains of causes in words, outermost first. */
final class Chains {

    private Chains() {}

    static String ofClasses(Throwable thrown) {
        return CauseChain.of(thrown).links().stream().map(Suspect::simpleName).collect(Collectors.joining(" ← "));
    }

    static String withMessages(Throwable thrown) {
        return CauseChain.of(thrown).links().stream()
                .map(link -> link.className() + "(" + link.message() + ")")
                .collect(Collectors.joining("\n  <- "));
    }
}
