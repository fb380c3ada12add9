package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.errorpages.status.CauseChain;
import org.errorpages.status.Suspect;

/**
 * Tomcat, and what has come of it, closes a connection of HTTP/1.1 when it sees what was thrown. A stream of HTTP/2 it ends
 * as if the response were whole, and resets only then, too late; so it ends the error page for what was thrown. Trailer
 * fields that cannot be had make it skip the former.
 */
record Tomcat() implements Container {

    /** Closes the stream alone; of anything else an asynchronous request has the whole connection closed. */
    private static final String CLOSE_NOW = "org.apache.coyote.CloseNowException";

    /** What forwards and includes: it logs whatever passes it but an Error and a client that has left. */
    private static final String DISPATCHER = "org.apache.catalina.core.ApplicationDispatcher";

    private static final Set<String> CLIENT_GONE = Set.of(
            CLOSE_NOW, "org.apache.coyote.BadRequestException", "org.apache.catalina.connector.ClientAbortException");

    @Override
    public Ending end(HttpServletRequest request, HttpServletResponse response) {
        boolean isPage = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isPage && !request.getProtocol().startsWith("HTTP/2")) {
            return Ending.LEFT_TO_THE_CONTAINER;
        }
        try {
            var close = closeNow(request.getServletContext());
            response.setTrailerFields(() -> {
                throw Tomcat.<RuntimeException>unchecked(close);
            });
            return isPage ? Ending.BROKEN_OFF : Ending.LEFT_TO_THE_CONTAINER;
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

    @Override
    public boolean hasLoggedStackOf(Throwable thrown) {
        return thrown instanceof Exception && hasPassedDispatcher(thrown) && !isOfAClientGone(thrown);
    }

    /** An error page is dispatched to as well: only what lies before the filter counts. */
    private static boolean hasPassedDispatcher(Throwable thrown) {
        for (var frame : new Suspect(thrown).frames()) {
            if (frame.getClassName().equals(DISPATCHER)) {
                return true;
            }
            if (frame.getClassName().equals(ErrorPageFilter.class.getName())) {
                return false;
            }
        }
        return false;
    }

    private static boolean isOfAClientGone(Throwable thrown) {
        return CauseChain.of(thrown).links().stream().anyMatch(link -> CLIENT_GONE.contains(link.className()));
    }
}
