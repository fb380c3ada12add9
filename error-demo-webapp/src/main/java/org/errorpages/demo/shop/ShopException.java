package org.errorpages.demo.shop;

import java.io.Serial;

/** Reports an operation of the shop that failed, with its cause. */
public final class ShopException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    ShopException(String message, Throwable cause) {
        super(message, cause);
    }
}
