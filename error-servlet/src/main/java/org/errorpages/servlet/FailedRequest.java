package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.report.Incident;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Failure;

/**
 * One failure of a request, and who answers it.
 *
 * @param shell what filter and servlet share
 * @param request the request
 * @param response its response
 */
record FailedRequest(Shell shell, HttpServletRequest request, HttpServletResponse response) {

    /** Returns whether the client has its answer; if not, the container has to see what was thrown. */
    boolean answered(Throwable thrown) throws IOException {
        var facts = RequestReader.facts(request);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return answeredForPage(thrown, facts);
        }
        if (ErrorDispatch.isAhead(request)) {
            return answeredAsSent(thrown, facts);
        }
        var incident = shell.pages().assess(Failure.thrown(thrown), facts);
        if (response.isCommitted()) {
            return brokenOff(incident, thrown);
        }
        return switch (Way.of(incident, thrown, this)) {
            case OURS -> answeredByUs(incident);
            case FORWARD -> forwarded(incident, thrown);
            case SEND -> sent(incident);
            case RETHROW -> {
                pass(passedOn(incident, thrown));
                yield false;
            }
        };
    }

    /** Answers a status for which the container would ask nobody. */
    void answerSent(Failure failure) throws IOException {
        var incident = shell.pages().assess(failure, RequestReader.facts(request));
        var page = request.getDispatcherType() == DispatcherType.ERROR
                ? null
                : shell.own().forStatus(incident.verdict().status().code()).orElse(null);
        shell.pages().tell(incident);
        if (page == null || !ErrorForward.to(page, incident, this)) {
            write(incident);
        }
    }

    /** An error page that fails itself is answered with the status of the error that it was to show. */
    private boolean answeredForPage(Throwable broken, RequestFacts facts) throws IOException {
        var known = ErrorDispatch.incident(request).orElse(null);
        if (known != null && !response.isCommitted()) {
            shell.pages().tellSimplerForm(known, request.getServletPath(), broken);
            write(known);
            finish();
            return true;
        }
        var failure = Failure.sent(ErrorDispatch.status(request), "", broken);
        var incident = shell.pages().assess(failure, facts);
        return response.isCommitted() ? brokenOff(incident, broken) : answeredByUs(incident);
    }

    private boolean answeredByUs(Incident incident) throws IOException {
        shell.pages().tell(incident);
        write(incident);
        finish();
        return true;
    }

    private boolean forwarded(Incident incident, Throwable thrown) throws IOException {
        shell.pages().tell(incident);
        var page = Way.page(incident, thrown, shell);
        if (page.isEmpty() || !ErrorForward.to(page.get(), incident, this)) {
            write(incident);
        }
        finish();
        return true;
    }

    private boolean sent(Incident incident) throws IOException {
        pass(incident);
        response.sendError(incident.verdict().status().code());
        return true;
    }

    /** The error page that Jetty is about to ask for shows the status that was sent; Jetty would log the rest twice. */
    private boolean answeredAsSent(Throwable thrown, RequestFacts facts) {
        pass(shell.pages().assess(Failure.sent(ErrorDispatch.statusAhead(request), "", thrown), facts));
        return true;
    }

    /** Leaves the incident where the error page finds it. */
    private void pass(Incident incident) {
        shell.pages().tell(incident);
        ErrorDispatch.leave(incident, request);
    }

    /**
     * A response that has begun cannot be answered any more, but must not look whole. Tomcat itself sends 400, 408 or 413
     * before it throws: then the client has its answer. After {@code sendError} the container still asks for a page.
     */
    private boolean brokenOff(Incident incident, Throwable thrown) {
        var status = incident.verdict().status();
        boolean hasItsAnswer = !status.isServerError() && response.getStatus() == status.code();
        var ending = hasItsAnswer ? Ending.BROKEN_OFF : shell.committed().end(request, response);
        if (ending == Ending.BROKEN_OFF) {
            shell.pages().tell(incident);
            return true;
        }
        // What was only noted, such as a redirect on Tomcat, may give way to an error page after all.
        pass(passedOn(incident, thrown));
        if (ending == Ending.SEEMINGLY_WHOLE) {
            request.getServletContext()
                    .log("errorpages: " + incident.id() + " The response had begun, and this container ends it as if"
                            + " it were whole: the client may not notice that it failed.");
        }
        return false;
    }

    /** The stack is logged once: by the container if it does, else by us. */
    private Incident passedOn(Incident incident, Throwable thrown) {
        return shell.logsStackOf(thrown) ? incident.asPassedOn() : incident;
    }

    /** Jetty closes a connection on which a body is still to come, and leaves it to us to say so (RFC 9112, 9.6). */
    void announceClose() {
        if (shell.jetty() && UnreadBody.isIn(request)) {
            response.setHeader("Connection", "close");
        }
    }

    private void write(Incident incident) throws IOException {
        announceClose();
        ResponseWriter.write(shell.pages().render(incident), request, response);
    }

    /** What the request was told of the error goes, so that no container puts its own page over the answer. */
    private void finish() {
        ErrorDispatch.clear(request);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().complete();
        }
    }

    /** Returns whether the container has an error page dispatched when this dispatch ends with an error. */
    boolean isOrdinaryDispatch() {
        return request.getDispatcherType() == DispatcherType.REQUEST && !request.isAsyncStarted();
    }

    /** Returns whether the container asks for an error page after the method of the request. */
    boolean isAsked() {
        return shell.asksAfter(request.getMethod());
    }
}
