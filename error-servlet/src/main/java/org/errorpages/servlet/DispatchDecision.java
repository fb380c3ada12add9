package org.errorpages.servlet;

import org.errorpages.incident.Incident;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.status.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * The way from what was thrown to the page that shows it (Servlet 6.0, section 10.9.2).
 *
 * @param step what we do
 * @param page the page of the application that we answer with, or null for ours
 */
record DispatchDecision(Step step, @Nullable String page) {

    /** What we do with a failure. */
    enum Step {
        /** We answer: the container would choose another status than that of the verdict, or nothing. */
        ANSWER,
        /** The container dispatches to the application's page for the exception, with 500. */
        RETHROW,
        /** The container dispatches to whatever page it has for the status. */
        SEND
    }

    private static final DispatchDecision OURS = new DispatchDecision(Step.ANSWER, null);
    private static final DispatchDecision RETHROW = new DispatchDecision(Step.RETHROW, null);
    private static final DispatchDecision SEND = new DispatchDecision(Step.SEND, null);

    static DispatchDecision of(Incident incident, Throwable thrown, FailureResponder failed) {
        var disposition = incident.verdict().disposition();
        if (disposition != Disposition.ANSWER) {
            return disposition == Disposition.RETHROW ? RETHROW : OURS;
        }
        return switch (failed.shell().settings().dispatch()) {
            case ERRORPAGES -> OURS;
            case CONTAINER -> byContainer(incident, thrown, failed);
            case APPLICATION_FIRST -> byPageOfTheApplication(incident, thrown, failed);
        };
    }

    /** A page that a descriptor names is shown with the status of the verdict here as well. */
    private static DispatchDecision byContainer(Incident incident, Throwable thrown, FailureResponder failed) {
        var known = byPageOfTheApplication(incident, thrown, failed);
        if (!known.equals(OURS) || !failed.isAsked()) {
            return known;
        }
        return isPlain500(incident) && ErrorAttributes.mayFollow(failed.request()) ? RETHROW : SEND;
    }

    private static DispatchDecision byPageOfTheApplication(
            Incident incident, Throwable thrown, FailureResponder failed) {
        var own = failed.shell().own();
        if (own.isEmpty() || own.isOurs(thrown)) {
            return OURS;
        }
        boolean dispatched = failed.isAsked() && ErrorAttributes.mayFollow(failed.request());
        var forException = own.forException(thrown);
        if (forException.isPresent()) {
            return dispatched && isPlain500(incident) ? RETHROW : new DispatchDecision(Step.ANSWER, forException.get());
        }
        // The container takes our own fragment's page for the status before the application's page for everything.
        int status = incident.verdict().status().code();
        boolean forStatus = dispatched && own.codes().contains(status);
        return own.forStatus(status)
                .map(page -> forStatus ? SEND : new DispatchDecision(Step.ANSWER, page))
                .orElse(OURS);
    }

    private static boolean isPlain500(Incident incident) {
        return incident.verdict().status().code() == 500;
    }
}
