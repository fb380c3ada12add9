package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.errorpages.status.Failure;

/** Looks at a request that has thrown nothing, where a setting wants it. */
final class CompletedRequestCheck {

    private CompletedRequestCheck() {}

    static void look(ErrorPagesContext shell, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.isAsyncStarted()) {
            watch(shell, request, response);
        } else if (shell.settings().fillsEmptyErrors()
                && isBare(response)
                && shell.settings().covers(response.getStatus())) {
            new FailureResponder(shell, request, response).answerSent(Failure.sent(response.getStatus(), ""));
        }
    }

    /** Another thread may have completed the request in the meantime: then there is nothing to watch. */
    @SuppressWarnings("UnusedReturnValue")
    private static boolean watch(ErrorPagesContext shell, HttpServletRequest request, HttpServletResponse response) {
        try {
            var timeout = new AsyncTimeout(shell.settings().asyncTimeout(), shell.container());
            request.getAsyncContext().addListener(timeout, request, response);
            return true;
        } catch (IllegalStateException completed) {
            return false;
        }
    }

    /** A body that is there has a type, or is on its way. */
    private static boolean isBare(HttpServletResponse response) {
        return response.getContentType() == null && !response.isCommitted();
    }
}
