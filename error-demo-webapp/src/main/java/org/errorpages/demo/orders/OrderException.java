package org.errorpages.demo.orders;

import java.io.Serial;

/** Says which order could not be handled. */
public final class OrderException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    OrderException(String message, Throwable cause) {
        super(message, cause);
    }
}
