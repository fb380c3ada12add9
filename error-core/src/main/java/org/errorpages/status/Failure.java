package org.errorpages.status;

import java.util.Objects;

/** What went wrong: something was thrown, or a status was sent. */
public sealed interface Failure {

    /** Returns the failure of a request that ended with a throwable. */
    static Failure thrown(Throwable cause) {
        return new Thrown(cause);
    }

    /** Returns the failure of a request that ended with a status, such as by {@code sendError}. */
    static Failure sent(int status, String message) {
        return new Sent(Status.isError(status) ? Status.of(status) : Status.INTERNAL_SERVER_ERROR, message);
    }

    /**
     * A throwable that nobody caught.
     *
     * @param cause the throwable as it arrived, with its wrappers
     */
    record Thrown(Throwable cause) implements Failure {
        public Thrown {
            Objects.requireNonNull(cause);
        }
    }

    /**
     * A status that the application or its container chose.
     *
     * @param status the status
     * @param message what the sender added; may be empty, may be hostile, never shown to the public
     */
    record Sent(Status status, String message) implements Failure {
        public Sent {
            Objects.requireNonNull(status);
            Objects.requireNonNull(message);
        }
    }
}
