package org.errorpages.servlet.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.errorpages.servlet.ErrorPageFilter;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/**
 * Tomcat, and what has come of it, closes a connection of HTTP/1.1 when it sees what was thrown. A stream of HTTP/2 it ends
 * as if the response were whole, and resets only then, too late; so it ends the error page for what was thrown. Trailer
 * fields that cannot be had make it skip the former.
 */
record Tomcat() implements Container {

    /** Closes the stream alone; of anything else an asynchronous request has the whole connection closed. */
    private static final String CLOSE_NOW = "org.apache.coyote.CloseNowException";

    private static final String CLIENT_ABORT = "org.apache.catalina.connector.ClientAbortException";

    private static final String BROKEN_OFF = "broken off after it had begun";

    /** What forwards and includes: it logs whatever passes it but an Error and a client that has left. */
    private static final String DISPATCHER = "org.apache.catalina.core.ApplicationDispatcher";

    private static final Set<String> CLIENT_GONE =
            Set.of(CLOSE_NOW, "org.apache.coyote.BadRequestException", CLIENT_ABORT);

    @Override
    public TruncationResult end(HttpServletRequest request, HttpServletResponse response) {
        boolean isPage = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isPage && !request.getProtocol().startsWith("HTTP/2")) {
            return isSentInChunks(response) ? endForwarded(request, response) : TruncationResult.LEFT_TO_THE_CONTAINER;
        }
        var ending = withoutLastChunk(request, response);
        return ending == TruncationResult.BROKEN_OFF && !isPage ? TruncationResult.LEFT_TO_THE_CONTAINER : ending;
    }

    @Override
    public TruncationResult endForwarded(HttpServletRequest request, HttpServletResponse response) {
        var ending = withoutLastChunk(request, response);
        if (ending == TruncationResult.BROKEN_OFF) {
            Container.complete(request);
        }
        return ending;
    }

    /** What is only noted, such as a redirect, counts as committed as well, but is not chunked yet. */
    private static boolean isSentInChunks(HttpServletResponse response) {
        return "chunked".equals(response.getHeader("Transfer-Encoding"));
    }

    @Override
    public boolean appendsPage(HttpServletRequest request, HttpServletResponse response) {
        return request.getDispatcherType() != DispatcherType.ERROR
                && request.getProtocol().equals("HTTP/1.1")
                && !takesTrailerFields(response);
    }

    /** In HTTP/1.1 it does until a header without chunks has been sent, whatever has been noted. */
    private static boolean takesTrailerFields(HttpServletResponse response) {
        try {
            response.setTrailerFields(response.getTrailerFields());
            return true;
        } catch (IllegalStateException sent) {
            return false;
        }
    }

    private static TruncationResult withoutLastChunk(HttpServletRequest request, HttpServletResponse response) {
        try {
            var close = made(CLOSE_NOW, new IOException(BROKEN_OFF), request.getServletContext());
            response.setTrailerFields(() -> {
                throw Tomcat.<RuntimeException>unchecked(close);
            });
            return TruncationResult.BROKEN_OFF;
        } catch (IllegalStateException none) { // The response has a length, or the application has closed it.
            return TruncationResult.LEFT_TO_THE_CONTAINER;
        } catch (ReflectiveOperationException unknown) {
            return TruncationResult.SEEMINGLY_WHOLE;
        }
    }

    /** For a client that has left it asks for no error page, which it would append to what has begun. */
    @Override
    public IOException breakingOff(Throwable broken, HttpServletRequest request) {
        try {
            return made(CLIENT_ABORT, broken, request.getServletContext());
        } catch (ReflectiveOperationException unknown) {
            return new IOException(BROKEN_OFF, broken);
        }
    }

    private static IOException made(String type, Throwable cause, ServletContext context)
            throws ReflectiveOperationException {
        return Class.forName(type, true, context.getClass().getClassLoader())
                .asSubclass(IOException.class)
                .getConstructor(Throwable.class)
                .newInstance(cause);
    }

    /** A supplier may throw nothing checked, as far as the compiler knows. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    public boolean logsStackOf(Throwable thrown) {
        return !new SafeThrowable(thrown).className().equals(CLIENT_ABORT);
    }

    @Override
    public boolean hasLoggedStackOf(Throwable thrown) {
        return thrown instanceof Exception && hasPassedDispatcher(thrown) && !isOfAClientGone(thrown);
    }

    /** An error page is dispatched to as well: only what lies before the filter counts. */
    private static boolean hasPassedDispatcher(Throwable thrown) {
        for (var frame : new SafeThrowable(thrown).frames()) {
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
