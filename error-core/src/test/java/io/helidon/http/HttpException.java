package io.helidon.http;

import java.io.Serial;

/** A stand-in for Helidon's class of this name, which needs Java 21. */
public class HttpException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Status status;

    public HttpException(String message, Status status) {
        super(message);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
