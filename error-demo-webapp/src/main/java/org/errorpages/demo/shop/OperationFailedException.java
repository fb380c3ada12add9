package org.errorpages.demo.shop;

import java.io.Serial;

/** Reports an operation of the shop that failed, with its cause. */
public final class OperationFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    OperationFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
