package io.helidon.http;

/** A stand-in for Helidon's class of this name, which needs Java 21. */
public final class Status {

    private final int code;

    private Status(int code) {
        this.code = code;
    }

    public static Status create(int code) {
        return new Status(code);
    }

    public int code() {
        return code;
    }
}
