package org.errorpages.servlet.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.errorpages.throwable.CauseChain;

/**
 * Describes how Jetty deviates from the Servlet specification when a request fails.
 *
 * <p>Jetty truncates a committed response when it sees the exception, with two gaps: an asynchronous request waits for
 * its timeout, and an error page ends as if it were complete. {@code sendError(-1)} truncates these two.
 */
record JettyBehaviour() implements ContainerBehaviour {

    /** The status that makes Jetty abort the response, since 12.0.13. */
    private static final int ABORT = -1;

    @Override
    public boolean dispatchesErrorsOf(String method) {
        return method.equals("GET") || method.equals("POST") || method.equals("HEAD");
    }

    /** Jetty closes the connection without the header of RFC 9112, section 9.6. */
    @Override
    public boolean sendsConnectionClose() {
        return false;
    }

    @Override
    public boolean truncatesOnTimeout() {
        return false;
    }

    @Override
    public void truncateOnTimeout(HttpServletResponse response) throws IOException {
        response.sendError(ABORT);
    }

    @Override
    public TruncationResult truncate(HttpServletRequest request, HttpServletResponse response) {
        boolean endsAsComplete = request.isAsyncStarted() || request.getDispatcherType() == DispatcherType.ERROR;
        return endsAsComplete ? truncateForwarded(request, response) : TruncationResult.LEFT_TO_CONTAINER;
    }

    @Override
    public TruncationResult truncateForwarded(HttpServletRequest request, HttpServletResponse response) {
        // After the abort isAsyncStarted() returns true for every request.
        boolean isAsynchronous = request.isAsyncStarted();
        try {
            response.sendError(ABORT);
            if (isAsynchronous) {
                request.getAsyncContext().complete();
            }
            return TruncationResult.TRUNCATED;
        } catch (IOException | IllegalStateException | IllegalArgumentException unsupported) {
            return TruncationResult.LEFT_TO_CONTAINER;
        }
    }

    /** Jetty logs one line without a stack trace if an exception of the chain looks like a network failure. */
    @Override
    public boolean logsStackTrace(Throwable thrown) {
        return CauseChain.of(thrown).throwables().stream()
                .map(link -> link.throwable())
                .noneMatch(link -> link instanceof IOException || link instanceof TimeoutException);
    }

    /** Jetty doesn't log exceptions of error pages. */
    @Override
    public boolean logsStackTraceOfPage(Throwable thrown, HttpServletRequest request) {
        return false;
    }
}
