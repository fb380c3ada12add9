package org.errorpages.status;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What went wrong: something was thrown, or a status was sent. */
public sealed interface Failure {

    /** Returns the failure of a request that ended with a throwable. */
    static Failure thrown(Throwable cause) {
        return new Thrown(cause);
    }

    /** Returns the failure of a request that ended with a status, such as by {@code sendError}. */
    static Failure sent(int status, String message) {
        return sent(status, message, null);
    }

    /** Returns the failure of a request that ended with a status for which a throwable is known. */
    static Failure sent(int status, String message, @Nullable Throwable cause) {
        return new Sent(Status.isError(status) ? Status.of(status) : Status.INTERNAL_SERVER_ERROR, message, cause);
    }

    /** Returns what was thrown, or null if nothing is known to have been. */
    @Nullable Throwable cause();

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
     * @param cause what was thrown before, or null; it has no say about the status
     */
    record Sent(Status status, String message, @Nullable Throwable cause) implements Failure {
        public Sent {
            Objects.requireNonNull(status);
            Objects.requireNonNull(message);
        }
    }
}
