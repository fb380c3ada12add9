package org.errorpages.evidence;

import java.util.List;

/**
 * A failure, and the hint that a developer gets.
 *
 * @param hint the name of the hint
 * @param title how the title reads
 * @param steps parts of what is said in its steps
 * @param provocation what fails
 */
record HintCase(String hint, String title, List<String> steps, Evidence.Provocation provocation) {

    static HintCase of(String hint, String title, Evidence.Provocation provocation) {
        return new HintCase(hint, title, List.of(), provocation);
    }

    /** A failure that cannot be had cheaply. */
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
