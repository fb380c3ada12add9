package org.errorpages.servlet;

import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * Decides how the filter responds to an exception. Has no effect.
 *
 * <p>The response is uncommitted; a committed one can only be truncated (Servlet 6.0, section 10.9.2).
 *
 * @param action the kind of response
 * @param page the location of the application's error page, for {@link Action#APPLICATION_PAGE} only
 */
record DispatchDecision(Action action, @Nullable String page) {

    /** The kind of response. */
    enum Action {
        /** Render the page of this framework. */
        OWN_PAGE,
        /** Forward to an error page of the application, because the container would choose another status or page. */
        APPLICATION_PAGE,
        /** Call {@code sendError}: the container dispatches to its error page for the status. */
        SEND_ERROR,
        /** Throw the exception again: the container dispatches to its error page for the exception, with 500. */
        RETHROW
    }

    /**
     * The state of the present dispatch.
     *
     * @param dispatchesErrors whether the container looks for error pages after the method of the request
     * @param triggersErrorDispatch whether an exception of this dispatch leads to an error dispatch
     */
    record DispatchState(boolean dispatchesErrors, boolean triggersErrorDispatch) {}

    private static final DispatchDecision OWN_PAGE = new DispatchDecision(Action.OWN_PAGE, null);
    private static final DispatchDecision SEND_ERROR = new DispatchDecision(Action.SEND_ERROR, null);
    private static final DispatchDecision RETHROW = new DispatchDecision(Action.RETHROW, null);

    /** Returns the decision for an exception with a verdict. */
    static DispatchDecision of(
            Throwable thrown,
            Verdict verdict,
            DispatchState state,
            ErrorHandlingSettings settings,
            ApplicationErrorPages pages) {
        if (verdict.disposition() != Disposition.ANSWER) {
            return verdict.disposition() == Disposition.RETHROW ? RETHROW : OWN_PAGE;
        }
        int status = verdict.status().code();
        return switch (settings.dispatch()) {
            case ERRORPAGES -> OWN_PAGE;
            case APPLICATION_FIRST -> byApplicationPages(thrown, status, state, pages);
            case CONTAINER -> {
                // The container would show a page for an exception with 500, whatever the verdict.
                var decision = byApplicationPages(thrown, status, state, pages);
                yield decision.equals(OWN_PAGE) && state.dispatchesErrors() ? byContainer(status, state) : decision;
            }
        };
    }

    private static DispatchDecision byContainer(int status, DispatchState state) {
        return status == 500 && state.triggersErrorDispatch() ? RETHROW : SEND_ERROR;
    }

    private static DispatchDecision byApplicationPages(
            Throwable thrown, int status, DispatchState state, ApplicationErrorPages pages) {
        if (pages.isEmpty() || pages.namesOwnPageFor(thrown)) {
            return OWN_PAGE;
        }
        boolean leadsToErrorDispatch = state.dispatchesErrors() && state.triggersErrorDispatch();
        var forException = pages.forException(thrown);
        if (forException.isPresent()) {
            return leadsToErrorDispatch && status == 500 ? RETHROW : forward(forException.get());
        }
        // The container prefers this framework's page for the status to the application's default page.
        boolean findsPage = leadsToErrorDispatch && pages.codes().contains(status);
        return pages.forStatus(status)
                .map(page -> findsPage ? SEND_ERROR : forward(page))
                .orElse(OWN_PAGE);
    }

    private static DispatchDecision forward(String page) {
        return new DispatchDecision(Action.APPLICATION_PAGE, page);
    }
}
