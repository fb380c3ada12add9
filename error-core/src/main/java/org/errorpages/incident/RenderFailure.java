package org.errorpages.incident;

import java.util.Objects;

/**
 * A form in which an incident was to be answered and could not be: a second failure, with a stack of its own.
 *
 * @param name the form, such as {@code text/html}, or the path of the page that was to show the incident
 * @param reason why
 * @param loggedElsewhere whether somebody else gets to see the reason as well, and logs its stack
 */
public record RenderFailure(String name, Throwable reason, boolean loggedElsewhere) {

    public RenderFailure {
        Objects.requireNonNull(name);
        Objects.requireNonNull(reason);
    }

    /** Returns a form whose failure only we get to see. */
    public static RenderFailure of(String name, Throwable reason) {
        return new RenderFailure(name, reason, false);
    }

    /** Returns this form as one of which a server gets to see the reason as well. */
    public RenderFailure asLoggedElsewhere() {
        return new RenderFailure(name, reason, true);
    }
}
