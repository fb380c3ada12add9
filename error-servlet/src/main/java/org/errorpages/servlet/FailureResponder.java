package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.incident.Incident;
import org.errorpages.incident.RenderFailure;
import org.errorpages.servlet.ErrorPageForward.Shown;
import org.errorpages.servlet.container.Container;
import org.errorpages.servlet.container.TruncationResult;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.servlet.request.UnreadBody;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * One failure of a request, and who answers it.
 *
 * @param shell what filter and servlet share
 * @param request the request
 * @param response its response
 */
record FailureResponder(ErrorPagesContext shell, HttpServletRequest request, HttpServletResponse response) {

    /** Returns whether the client has its answer; if not, the container has to see what was thrown. */
    boolean answered(Throwable thrown) throws IOException {
        if (ErrorAttributes.isAhead(request)) {
            return answeredAsSent(thrown);
        }
        var incident = seen(assess(Failure.thrown(thrown)), thrown);
        if (response.isCommitted()) {
            return brokenOff(incident, shell.container().logsStackOf(thrown));
        }
        var way = DispatchDecision.of(incident, thrown, this);
        return switch (way.step()) {
            case ANSWER -> answeredBy(way.page(), incident);
            case SEND -> sent(incident);
            case RETHROW -> {
                passOn(incident, shell.container().logsStackOf(thrown));
                yield false;
            }
        };
    }

    private Incident assess(Failure failure) {
        return shell.pages().assess(failure, shell.facts(request));
    }

    /** The stack is logged once: by the container if it has or will, else by us. To find out costs a look at its frames. */
    private Incident seen(Incident incident, Throwable thrown) {
        boolean isLogged =
                shell.pages().asksWhoLogsStackOf(incident) && shell.container().hasLoggedStackOf(thrown);
        return isLogged ? incident.asLoggedElsewhere() : incident;
    }

    /** Answers a status for which the container would ask nobody, and returns how much of a page the client gets. */
    Shown answerSent(Failure failure) throws IOException {
        var incident = assess(failure);
        var page = request.getDispatcherType() == DispatcherType.ERROR
                ? null
                : shell.own().forStatus(incident.verdict().status().code()).orElse(null);
        shell.pages().notifyListeners(incident);
        return show(page, incident);
    }

    /**
     * Returns whether the client has its answer in place of an error page that has failed itself: with the status of the
     * error that it was to show.
     */
    boolean answeredForPage(Throwable broken) throws IOException {
        var known = ErrorAttributes.incident(request).orElse(null);
        if (known != null && !response.isCommitted()) {
            tellBroken(request.getServletPath(), known, broken);
            write(known);
            finish();
            return true;
        }
        var failure = Failure.sent(ErrorAttributes.status(request), "", unwrapped(broken));
        var incident = seen(assess(failure), broken);
        return response.isCommitted()
                ? brokenOff(incident, shell.container().logsStackOfPage(broken, request))
                : answeredBy(null, incident);
    }

    /** Tells that a page of the application, which was to show an incident, has failed itself, or has lost its client. */
    void tellBroken(String page, Incident incident, Throwable broken) {
        tellBroken(page, incident, broken, false);
    }

    private void tellBroken(String page, Incident incident, Throwable broken, boolean willBeLogged) {
        var itself = assess(Failure.thrown(unwrapped(broken)));
        if (itself.verdict().disposition() == Disposition.ABORTED) {
            shell.pages().notifyListeners(itself);
            return;
        }
        var failed = RenderFailure.of(page, unwrapped(broken));
        boolean isLogged = willBeLogged || shell.container().hasLoggedStackOf(broken);
        shell.pages().reportRenderFailure(incident, isLogged ? failed.asLoggedElsewhere() : failed);
    }

    /** Tomcat wraps an Error that passes a filter, and does not say in what. */
    private static Throwable unwrapped(Throwable broken) {
        return broken instanceof ServletException && new SafeThrowable(broken).cause() instanceof Error error
                ? error
                : broken;
    }

    private boolean answeredBy(@Nullable String page, Incident incident) throws IOException {
        shell.pages().notifyListeners(incident);
        if (show(page, incident) != Shown.IN_PART) {
            finish();
        }
        return true;
    }

    /** Shows a page of the application, or ours if that is null or fails. */
    private Shown show(@Nullable String page, Incident incident) throws IOException {
        var shown = page == null ? Shown.NOT_AT_ALL : ErrorPageForward.to(page, incident, this);
        if (shown == Shown.NOT_AT_ALL) {
            write(incident);
        }
        return shown;
    }

    /** Ends a page of the application that has failed after it had begun, so that no client takes it for whole. */
    void breakOffPage(String page, Incident incident, Throwable broken) throws IOException {
        var ending = shell.container().endForwarded(request, response);
        if (ending == TruncationResult.LEFT_TO_THE_CONTAINER) {
            var thrown = shell.container().breakingOff(unwrapped(broken), request);
            tellBroken(page, incident, broken, shell.container().logsStackOf(thrown));
            throw handled(thrown);
        }
        tellBroken(page, incident, broken);
        if (ending == TruncationResult.SEEMINGLY_WHOLE) {
            logSeeminglyWhole(incident);
            finish();
        }
    }

    private boolean sent(Incident incident) throws IOException {
        pass(incident);
        response.sendError(incident.verdict().status().code());
        return true;
    }

    /** The error page that Jetty is about to ask for shows the status that was sent; Jetty would log the rest twice. */
    private boolean answeredAsSent(Throwable thrown) {
        pass(assess(Failure.sent(ErrorAttributes.statusAhead(request), "", thrown)));
        return true;
    }

    /** Leaves the incident where the error page finds it. */
    private void pass(Incident incident) {
        shell.pages().notifyListeners(incident);
        ErrorAttributes.leave(incident, request);
    }

    /**
     * A response that has begun cannot be answered any more, but must not look whole. Tomcat itself sends 400, 408 or 413
     * before it throws: then the client has its answer. After {@code sendError} the container still asks for a page.
     */
    private boolean brokenOff(Incident incident, boolean isLogged) throws IOException {
        var status = incident.verdict().status();
        boolean hasItsAnswer = !status.isServerError() && response.getStatus() == status.code();
        var ending =
                hasItsAnswer ? TruncationResult.BROKEN_OFF : shell.container().end(request, response);
        if (ending == TruncationResult.BROKEN_OFF) {
            shell.pages().notifyListeners(incident);
            return true;
        }
        var cause = incident.failure().cause();
        if (cause != null && shell.container().appendsPage(request, response)) {
            shell.pages().notifyListeners(incident);
            throw handled(shell.container().breakingOff(cause, request));
        }
        // What was only noted, such as a redirect on Tomcat, may give way to an error page after all.
        passOn(incident, isLogged);
        if (ending == TruncationResult.SEEMINGLY_WHOLE) {
            logSeeminglyWhole(incident);
        }
        return false;
    }

    private void logSeeminglyWhole(Incident incident) {
        request.getServletContext()
                .log("errorpages: " + incident.id()
                        + " The response had begun, and this container ends it as if it were"
                        + " whole: the client may not notice that it failed.");
    }

    /** The filter that is passed by what we throw lets it pass. */
    private IOException handled(IOException thrown) {
        request.setAttribute(ErrorPageFilter.HANDLED, thrown);
        return thrown;
    }

    /** The container gets to see what was thrown. */
    private void passOn(Incident incident, boolean isLogged) {
        pass(isLogged ? incident.asLoggedElsewhere() : incident);
    }

    /** A connection on which a body is still to come is closed, and somebody has to say so (RFC 9112, section 9.6). */
    void announceClose() {
        if (!shell.container().announcesClose() && UnreadBody.isIn(request)) {
            response.setHeader("Connection", "close");
        }
    }

    private void write(Incident incident) throws IOException {
        announceClose();
        ResponseWriter.write(shell.pages().respond(incident), request, response);
    }

    /** What the request was told of the error goes, so that no container puts its own page over the answer. */
    private void finish() {
        ErrorAttributes.clear(request);
        Container.complete(request);
    }

    /** Returns whether the container asks for an error page after the method of the request. */
    boolean isAsked() {
        return shell.container().asksAfter(request.getMethod());
    }
}
