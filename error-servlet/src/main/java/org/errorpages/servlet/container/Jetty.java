package org.errorpages.servlet.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.errorpages.throwable.CauseChain;

/**
 * Jetty breaks off what has begun when it sees what was thrown, but not in an asynchronous request, of which it waits for
 * the end of its time, nor in an error page: these it ends as if they were whole. {@code sendError(-1)} breaks them off.
 */
record Jetty() implements Container {

    /** What Jetty takes for: break the response off. It knows it from 12.0.13 on. */
    private static final int BREAK_OFF = -1;

    @Override
    public boolean asksAfter(String method) {
        return switch (method) {
            case "GET", "POST", "HEAD" -> true;
            default -> false;
        };
    }

    /** It leaves that to us (RFC 9112, section 9.6). */
    @Override
    public boolean announcesClose() {
        return false;
    }

    @Override
    public boolean breaksOffAtTimeout() {
        return false;
    }

    @Override
    public void breakOffAtTimeout(HttpServletResponse response) throws IOException {
        response.sendError(BREAK_OFF);
    }

    @Override
    public TruncationResult end(HttpServletRequest request, HttpServletResponse response) {
        boolean endsAsWhole = request.isAsyncStarted() || request.getDispatcherType() == DispatcherType.ERROR;
        return endsAsWhole ? endForwarded(request, response) : TruncationResult.LEFT_TO_THE_CONTAINER;
    }

    @Override
    public TruncationResult endForwarded(HttpServletRequest request, HttpServletResponse response) {
        return isAborted(request, response) ? TruncationResult.BROKEN_OFF : TruncationResult.LEFT_TO_THE_CONTAINER;
    }

    private static boolean isAborted(HttpServletRequest request, HttpServletResponse response) {
        // What is broken off looks as if it were asynchronous.
        boolean isAsynchronous = request.isAsyncStarted();
        try {
            response.sendError(BREAK_OFF);
            if (isAsynchronous) {
                request.getAsyncContext().complete();
            }
            return true;
        } catch (IOException | IllegalStateException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** It has one line for what it takes for the network, however deep it lies. */
    @Override
    public boolean logsStackOf(Throwable thrown) {
        return CauseChain.of(thrown).links().stream().noneMatch(link -> isOfTheNetwork(link.throwable()));
    }

    private static boolean isOfTheNetwork(Throwable thrown) {
        return thrown instanceof IOException || thrown instanceof TimeoutException;
    }

    /** It keeps that to itself. */
    @Override
    public boolean logsStackOfPage(Throwable thrown, HttpServletRequest request) {
        return false;
    }
}
