package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Jetty breaks off what has begun when it sees what was thrown. Of an asynchronous request it waits for the end of its
 * time, and ends the response as if it were whole; {@code sendError(-1)} breaks it off at once.
 */
final class JettyCleanEnd implements CommittedResponse {

    @Override
    public Ending end(HttpServletRequest request, HttpServletResponse response) {
        return request.isAsyncStarted() && isAborted(request, response)
                ? Ending.BROKEN_OFF
                : Ending.LEFT_TO_THE_CONTAINER;
    }

    /** Jetty 12.0 knows it from 12.0.13 on. */
    private static boolean isAborted(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.sendError(-1);
            request.getAsyncContext().complete();
            return true;
        } catch (IOException | IllegalStateException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
