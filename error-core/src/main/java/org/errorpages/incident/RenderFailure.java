package org.errorpages.incident;

import java.util.Objects;

/**
 * Describes a second failure, of the page or format that should show an incident.
 *
 * @param name the format, such as {@code text/html}, or the path of the page
 * @param loggedElsewhere whether the container logs the stack trace
 */
public record RenderFailure(String name, Throwable reason, boolean loggedElsewhere) {

    public RenderFailure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(reason);
    }

    /** Returns a failure that the container doesn't log. */
    public static RenderFailure of(String name, Throwable reason) {
        return new RenderFailure(name, reason, false);
    }

    /** Returns this failure as one whose stack trace the container logs. */
    public RenderFailure asLoggedElsewhere() {
        return new RenderFailure(name, reason, true);
    }
}
