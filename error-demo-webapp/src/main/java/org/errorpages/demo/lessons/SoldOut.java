package org.errorpages.demo.lessons;

import java.io.Serial;

/** Says that a book is sold out; thrown so often that it does without a stack trace. */
final class SoldOut extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    SoldOut(String title) {
        super(title + " is sold out", null, false, false);
    }
}
