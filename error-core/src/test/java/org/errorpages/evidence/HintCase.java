package org.errorpages.evidence;

import java.util.List;

/**
 * Holds a failure and the hint that a developer gets.
 *
 * @param hint the name of the hint
 * @param title the expected title
 * @param steps parts of the expected steps
 * @param provocation provokes the failure
 */
record HintCase(String hint, String title, List<String> steps, Evidence.Provocation provocation) {

    static HintCase of(String hint, String title, Evidence.Provocation provocation) {
        return new HintCase(hint, title, List.of(), provocation);
    }

    /** Returns the case of an exception that is expensive to provoke. */
    static HintCase stub(String hint, String title, Throwable thrown) {
        return of(hint, title, () -> {
            throw thrown;
        });
    }

    HintCase saying(String... parts) {
        return new HintCase(hint, title, List.of(parts), provocation);
    }

    Throwable thrown() {
        try {
            provocation.run();
        } catch (Throwable thrown) {
            return thrown;
        }
        throw new AssertionError(hint + ": nothing was thrown");
    }

    @Override
    public String toString() {
        return hint + ": " + title;
    }
}
