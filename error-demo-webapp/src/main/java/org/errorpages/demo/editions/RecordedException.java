package org.errorpages.demo.editions;

import java.io.Serial;

/** What exceptions of absent libraries are made of. */
public class RecordedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Makes one that says what was recorded. */
    public RecordedException(String message) {
        super(message);
    }
}
