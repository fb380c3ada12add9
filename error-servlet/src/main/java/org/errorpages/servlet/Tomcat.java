package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Tomcat closes a connection of HTTP/1.1 when it sees what was thrown. A stream of HTTP/2 it ends as if the response were
 * whole, and resets only then, too late; trailer fields that cannot be had make it skip the former.
 */
final class TomcatCleanEnd implements CommittedResponse {

    /** Closes the stream alone; of anything else an asynchronous request has the whole connection closed. */
    private static final String CLOSE_NOW = "org.apache.coyote.CloseNowException";

    @Override
    public Ending end(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getProtocol().startsWith("HTTP/2")) {
            return Ending.LEFT_TO_THE_CONTAINER;
        }
        try {
            var close = closeNow(request.getServletContext());
            response.setTrailerFields(() -> {
                throw TomcatCleanEnd.<RuntimeException>unchecked(close);
            });
            return Ending.LEFT_TO_THE_CONTAINER;
        } catch (IllegalStateException ended) { // The application has closed the response: it is whole.
            return Ending.LEFT_TO_THE_CONTAINER;
        } catch (ReflectiveOperationException unknown) {
            return Ending.SEEMINGLY_WHOLE;
        }
    }

    private static Exception closeNow(ServletContext context) throws ReflectiveOperationException {
        return Class.forName(CLOSE_NOW, true, context.getClass().getClassLoader())
                .asSubclass(Exception.class)
                .getConstructor()
                .newInstance();
    }

    /** A supplier may throw nothing checked, as far as the compiler knows. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
