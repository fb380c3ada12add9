package org.errorpages.servlet;

import java.util.Optional;
import org.errorpages.report.Incident;
import org.errorpages.status.Disposition;

/** The way from what was thrown to the page that shows it (Servlet 6.0, section 10.9.2). */
enum Way {
    /** We answer. */
    OURS,
    /** The container dispatches to the application's page for the exception, with 500. */
    RETHROW,
    /** The container dispatches to whatever page it has for the status. */
    SEND,
    /** We dispatch to the application's page, where the container would choose another status, or nothing. */
    FORWARD;

    static Way of(Incident incident, Throwable thrown, FailedRequest failed) {
        var disposition = incident.verdict().disposition();
        if (disposition != Disposition.ANSWER) {
            return disposition == Disposition.RETHROW ? RETHROW : OURS;
        }
        return switch (failed.shell().settings().dispatch()) {
            case DIRECT -> OURS;
            case CONTAINER -> byContainer(incident, thrown, failed);
            case AUTO -> byPageOfTheApplication(incident, thrown, failed);
        };
    }

    /** Returns the page of the application that shows what was thrown, rather than its status. */
    static Optional<String> page(Incident incident, Throwable thrown, Shell shell) {
        if (shell.own().isOurs(thrown)) {
            return Optional.empty();
        }
        return shell.own().forException(thrown).or(() -> shell.own()
                .forStatus(incident.verdict().status().code()));
    }

    /** A page that a descriptor names is shown with the status of the verdict here as well. */
    private static Way byContainer(Incident incident, Throwable thrown, FailedRequest failed) {
        var known = byPageOfTheApplication(incident, thrown, failed);
        if (known != OURS || !failed.isAsked()) {
            return known;
        }
        return isPlain500(incident) && failed.isOrdinaryDispatch() ? RETHROW : SEND;
    }

    private static Way byPageOfTheApplication(Incident incident, Throwable thrown, FailedRequest failed) {
        if (page(incident, thrown, failed.shell()).isEmpty()) {
            return OURS;
        }
        if (!failed.isAsked() || !failed.isOrdinaryDispatch()) {
            return FORWARD;
        }
        var own = failed.shell().own();
        if (own.forException(thrown).isPresent()) {
            return isPlain500(incident) ? RETHROW : FORWARD;
        }
        // The container takes our own fragment's page for the status before the application's page for everything.
        boolean forStatus = own.codes().contains(incident.verdict().status().code());
        return forStatus ? SEND : FORWARD;
    }

    private static boolean isPlain500(Incident incident) {
        return incident.verdict().status().code() == 500;
    }
}
