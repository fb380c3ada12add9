package org.errorpages.status;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes a failed request: by the throwable it threw, or the status it sent. */
public sealed interface Failure {

    /** Returns the failure of a request that ended with a throwable. */
    static Failure thrown(Throwable cause) {
        return new Thrown(cause);
    }

    /** Returns the failure of a request that ended with a status, for example by {@code sendError}. */
    static Failure sent(int status, String message) {
        return sent(status, message, null);
    }

    /** Returns the failure of a request that ended with a status after a throwable. */
    static Failure sent(int status, String message, @Nullable Throwable cause) {
        return new Sent(Status.isError(status) ? Status.of(status) : Status.INTERNAL_SERVER_ERROR, message, cause);
    }

    /** Returns the throwable, or null if none is known. */
    @Nullable Throwable cause();

    /**
     * A throwable that the application did not catch.
     *
     * @param cause the outermost throwable, with its wrappers
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
     * @param message the message of the sender, perhaps empty; untrusted, never shown to the public
     * @param cause a throwable known from before, or null; it does not influence the status
     */
    record Sent(Status status, String message, @Nullable Throwable cause) implements Failure {
        public Sent {
            Objects.requireNonNull(status);
            Objects.requireNonNull(message);
        }
    }
}
