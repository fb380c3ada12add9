package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.errorpages.incident.Incident;
import org.errorpages.incident.RenderFailure;
import org.errorpages.servlet.DispatchDecision.Action;
import org.errorpages.servlet.DispatchDecision.DispatchState;
import org.errorpages.servlet.container.ContainerBehaviour.TruncationResult;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.servlet.request.ErrorPageRequestWrapper;
import org.errorpages.status.Failure;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/** Responds to one failure of a request. */
record FailureResponder(ErrorPagesContext context, HttpServletRequest request, HttpServletResponse response) {

    /** The next step of the filter after a failure. */
    enum Outcome {
        /** The filter returns: the response is complete, truncated, or up to an error dispatch. */
        RETURN,
        /** The filter throws the exception again, so that the container sees it. */
        RETHROW
    }

    /** The state of the response after a forward to an error page of the application. */
    enum ForwardResult {
        COMPLETE,
        /** The page failed after a part of it was sent; the response is truncated. */
        TRUNCATED,
        /** The page failed or doesn't exist; the response is still uncommitted. */
        FAILED
    }

    /** Responds to an exception that reached the filter. */
    Outcome respond(Throwable thrown) throws IOException {
        int pending = ErrorAttributes.pendingJettyError(request);
        if (pending != 0) {
            // Jetty dispatches the status that was sent before, and would log the exception once more.
            ErrorAttributes.store(report(Failure.sent(pending, "", thrown), incident -> false), request);
            return Outcome.RETURN;
        }
        var failure = Failure.thrown(thrown);
        var container = context.container();
        if (response.isCommitted()) {
            return truncate(failure, thrown, container.logsStackTrace(thrown));
        }
        var incident = report(failure, reported -> {
            boolean willLog = decide(thrown, reported).action() == Action.RETHROW && container.logsStackTrace(thrown);
            return willLog || hasLoggedStackTrace(thrown, reported);
        });
        var decision = decide(thrown, incident);
        switch (decision.action()) {
            case OWN_PAGE, APPLICATION_PAGE -> show(incident, decision.page());
            case SEND_ERROR -> {
                ErrorAttributes.store(incident, request);
                response.sendError(incident.verdict().status().code());
            }
            case RETHROW -> {
                ErrorAttributes.store(incident, request);
                return Outcome.RETHROW;
            }
        }
        return Outcome.RETURN;
    }

    private DispatchDecision decide(Throwable thrown, Incident incident) {
        var state = new DispatchState(
                context.container().dispatchesErrorsOf(request.getMethod()),
                ErrorAttributes.triggersErrorDispatch(request));
        return DispatchDecision.of(thrown, incident.verdict(), state, context.settings(), context.applicationPages());
    }

    /** Responds to an exception of an error page, with the status of the error that the page was to show. */
    Outcome respondToFailedPage(Throwable pageFailure) throws IOException {
        var original = ErrorAttributes.find(request).orElse(null);
        if (original != null && !response.isCommitted()) {
            reportFailedPage(request.getServletPath(), original, pageFailure, false);
            show(original, null);
            return Outcome.RETURN;
        }
        var failure = Failure.sent(ErrorAttributes.status(request), "", unwrap(pageFailure));
        if (response.isCommitted()) {
            return truncate(failure, pageFailure, context.container().logsStackTraceOfPage(pageFailure, request));
        }
        show(report(failure, reported -> hasLoggedStackTrace(pageFailure, reported)), null);
        return Outcome.RETURN;
    }

    /** Responds to a status for which the container looks for no error page. */
    ForwardResult respondToSent(Failure failure) throws IOException {
        var incident = report(failure, reported -> false);
        var page = request.getDispatcherType() == DispatcherType.ERROR
                ? null
                : context.applicationPages()
                        .forStatus(incident.verdict().status().code())
                        .orElse(null);
        return forwardOrWrite(incident, page);
    }

    private Incident report(Failure failure, Predicate<Incident> loggedElsewhere) {
        return context.errorPages().report(failure, context.snapshot(request), loggedElsewhere);
    }

    /** Returns whether the container has logged the stack trace, unless the log is throttled: the check reads all frames. */
    private boolean hasLoggedStackTrace(Throwable thrown, Incident incident) {
        return !incident.throttled() && context.container().hasLoggedStackTrace(thrown, ErrorPageFilter.class);
    }

    private void show(Incident incident, @Nullable String page) throws IOException {
        if (forwardOrWrite(incident, page) != ForwardResult.TRUNCATED) {
            finish();
        }
    }

    /** Shows a page of the application, or that of this framework if the former is null or fails. */
    private ForwardResult forwardOrWrite(Incident incident, @Nullable String page) throws IOException {
        var result = page == null ? ForwardResult.FAILED : forward(incident, page);
        if (result == ForwardResult.FAILED) {
            write(incident);
        }
        return result;
    }

    /**
     * Forwards to an error page with the attributes of an error dispatch (Servlet 6.1, section 10.9.1).
     *
     * @throws IOException if the container must see an exception to truncate the response
     */
    private ForwardResult forward(Incident incident, String page) throws IOException {
        var dispatcher = request.getServletContext().getRequestDispatcher(page);
        if (dispatcher == null) {
            return ForwardResult.FAILED;
        }
        ResponseWriter.reset(response);
        announceClose();
        response.setStatus(incident.verdict().status().code());
        ErrorAttributes.set(incident, request);
        // A page that rethrows the exception it shows has failed itself.
        request.setAttribute(ErrorPageFilter.HANDLED, incident.failure().cause());
        try {
            dispatcher.forward(new ErrorPageRequestWrapper(request), response);
            return ForwardResult.COMPLETE;
        } catch (ServletException | IOException | RuntimeException | Error pageFailure) {
            if (response.isCommitted()) {
                truncatePage(incident, page, pageFailure);
                return ForwardResult.TRUNCATED;
            }
            reportFailedPage(page, incident, pageFailure, false);
            return ForwardResult.FAILED;
        } finally {
            ErrorAttributes.clear(request);
        }
    }

    private void truncatePage(Incident incident, String page, Throwable pageFailure) throws IOException {
        var result = context.container().truncateForwarded(request, response);
        if (result == TruncationResult.LEFT_TO_CONTAINER) {
            var thrown = context.container().truncatingException(unwrap(pageFailure), request);
            reportFailedPage(page, incident, pageFailure, context.container().logsStackTrace(thrown));
            throw markHandled(thrown);
        }
        reportFailedPage(page, incident, pageFailure, false);
        if (result == TruncationResult.SEEMINGLY_COMPLETE) {
            logSeeminglyComplete(incident);
            finish();
        }
    }

    /** Reports that an error page of the application failed, or that its client disconnected. */
    private void reportFailedPage(String page, Incident original, Throwable pageFailure, boolean containerWillLog) {
        var thrown = unwrap(pageFailure);
        var verdict = context.errorPages().classify(Failure.thrown(thrown), original.request());
        if (verdict.disposition() == Disposition.ABORTED) {
            report(Failure.thrown(thrown), reported -> false);
            return;
        }
        boolean isLogged = containerWillLog || hasLoggedStackTrace(pageFailure, original);
        var failure = RenderFailure.of(page, thrown);
        context.errorPages().reportRenderFailure(original, isLogged ? failure.asLoggedElsewhere() : failure);
    }

    /** Tomcat wraps an Error that passes a filter in a ServletException. */
    private static Throwable unwrap(Throwable thrown) {
        return thrown instanceof ServletException && new SafeThrowable(thrown).cause() instanceof Error error
                ? error
                : thrown;
    }

    /** Ends a committed response visibly incomplete. After {@code sendError} the container dispatches to an error page. */
    private Outcome truncate(Failure failure, Throwable thrown, boolean containerLogs) throws IOException {
        var container = context.container();
        var result = isComplete(failure) ? TruncationResult.TRUNCATED : container.truncate(request, response);
        boolean isTruncated = result == TruncationResult.TRUNCATED;
        var cause = failure.cause();
        boolean appendsPage = !isTruncated && cause != null && container.appendsErrorPage(request, response);
        var incident = report(
                failure,
                reported -> (!isTruncated && !appendsPage && containerLogs) || hasLoggedStackTrace(thrown, reported));
        if (isTruncated) {
            return Outcome.RETURN;
        }
        if (appendsPage && cause != null) {
            throw markHandled(container.truncatingException(cause, request));
        }
        // Tomcat replaces a pending redirect by an error page, which needs the incident.
        ErrorAttributes.store(incident, request);
        if (result == TruncationResult.SEEMINGLY_COMPLETE) {
            logSeeminglyComplete(incident);
        }
        return Outcome.RETHROW;
    }

    /** Returns whether Tomcat has sent 400, 408 or 413 before it threw. Classifies only if such a status was sent. */
    private boolean isComplete(Failure failure) {
        int sent = response.getStatus();
        if (sent < 400 || sent >= 500) {
            return false;
        }
        var verdict = context.errorPages().classify(failure, context.snapshot(request));
        return verdict.status().code() == sent;
    }

    private void logSeeminglyComplete(Incident incident) {
        request.getServletContext()
                .log("errorpages: " + incident.id() + " Part of the response had been sent, and this container ends it"
                        + " as if it were complete: the client may not notice the failure.");
    }

    /** Marks an exception so that the filters above let it pass. */
    private IOException markHandled(IOException thrown) {
        request.setAttribute(ErrorPageFilter.HANDLED, thrown);
        return thrown;
    }

    private void write(Incident incident) throws IOException {
        announceClose();
        ResponseWriter.write(context.errorPages().respond(incident), request, response);
    }

    /** Sends {@code Connection: close} for a connection with an unread body (RFC 9112, section 9.6). */
    private void announceClose() {
        if (!context.container().sendsConnectionClose() && hasUnreadBody()) {
            response.setHeader("Connection", "close");
        }
    }

    /** Doesn't look at the stream of a client that waits for {@code 100 Continue}: the look would send it. */
    private boolean hasUnreadBody() {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody
                && request.getProtocol().startsWith("HTTP/1.")
                && (request.getHeader("Expect") != null || !isBodyConsumed());
    }

    private boolean isBodyConsumed() {
        try {
            return request.getInputStream().isFinished();
        } catch (IOException | IllegalStateException unknown) { // The latter if the application called getReader().
            return true;
        }
    }

    /** Removes the error attributes, so that no container replaces the response with its own page. */
    private void finish() {
        ErrorAttributes.clear(request);
        context.container().completeAsync(request);
    }
}
