package org.errorpages.demo.office;

import java.io.Serial;

/** Says what about the stock could not be found out. */
public final class StockException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    StockException(String message, Throwable cause) {
        super(message, cause);
    }
}
