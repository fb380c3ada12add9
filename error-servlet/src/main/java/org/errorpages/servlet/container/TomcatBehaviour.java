package org.errorpages.servlet.container;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;

/**
 * Describes how Tomcat, and servers built on it, deviate from the Servlet specification.
 *
 * <p>Tomcat closes an HTTP/1.1 connection when it sees the exception. On HTTP/2 it first ends the stream as if the
 * response were complete, and resets it too late; it ends an error page for an exception in the same way. A supplier of
 * trailer fields that throws makes Tomcat skip the regular end.
 */
record TomcatBehaviour() implements ContainerBehaviour {

    /** Closes the stream only. After any other exception Tomcat closes the connection of an asynchronous request. */
    private static final String CLOSE_NOW = "org.apache.coyote.CloseNowException";

    private static final String CLIENT_ABORT = "org.apache.catalina.connector.ClientAbortException";

    private static final String TRUNCATED = "response truncated: it failed after part of it was sent";

    /** The class that forwards and includes. It logs every exception but errors and disconnects of the client. */
    private static final String DISPATCHER = "org.apache.catalina.core.ApplicationDispatcher";

    private static final Set<String> DISCONNECTS =
            Set.of(CLOSE_NOW, "org.apache.coyote.BadRequestException", CLIENT_ABORT);

    @Override
    public TruncationResult truncate(HttpServletRequest request, HttpServletResponse response) {
        boolean isPage = request.getDispatcherType() == DispatcherType.ERROR;
        if (!isPage && !request.getProtocol().startsWith("HTTP/2")) {
            return isChunked(response) ? truncateForwarded(request, response) : TruncationResult.LEFT_TO_CONTAINER;
        }
        var result = omitLastChunk(request, response);
        return result == TruncationResult.TRUNCATED && !isPage ? TruncationResult.LEFT_TO_CONTAINER : result;
    }

    @Override
    public TruncationResult truncateForwarded(HttpServletRequest request, HttpServletResponse response) {
        var result = omitLastChunk(request, response);
        if (result == TruncationResult.TRUNCATED) {
            completeAsync(request);
        }
        return result;
    }

    /** A pending redirect counts as committed too, but nothing of it is sent yet. */
    private static boolean isChunked(HttpServletResponse response) {
        return "chunked".equals(response.getHeader("Transfer-Encoding"));
    }

    @Override
    public boolean appendsErrorPage(HttpServletRequest request, HttpServletResponse response) {
        return request.getDispatcherType() != DispatcherType.ERROR
                && request.getProtocol().equals("HTTP/1.1")
                && !acceptsTrailerFields(response);
    }

    /** On HTTP/1.1 Tomcat accepts trailer fields until it has sent a header section without chunked encoding. */
    private static boolean acceptsTrailerFields(HttpServletResponse response) {
        try {
            response.setTrailerFields(response.getTrailerFields());
            return true;
        } catch (IllegalStateException sent) {
            return false;
        }
    }

    private static TruncationResult omitLastChunk(HttpServletRequest request, HttpServletResponse response) {
        try {
            var close = newException(CLOSE_NOW, new IOException(TRUNCATED), request.getServletContext());
            response.setTrailerFields(() -> {
                throw TomcatBehaviour.<RuntimeException>unchecked(close);
            });
            return TruncationResult.TRUNCATED;
        } catch (IllegalStateException notChunked) { // The response has a length, or the application has closed it.
            return TruncationResult.LEFT_TO_CONTAINER;
        } catch (ReflectiveOperationException unknown) {
            return TruncationResult.SEEMINGLY_COMPLETE;
        }
    }

    /** Tomcat doesn't append an error page for a disconnect of the client. */
    @Override
    public IOException truncatingException(Throwable failure, HttpServletRequest request) {
        try {
            return newException(CLIENT_ABORT, failure, request.getServletContext());
        } catch (ReflectiveOperationException unknown) {
            return new IOException(TRUNCATED, failure);
        }
    }

    private static IOException newException(String type, Throwable cause, ServletContext context)
            throws ReflectiveOperationException {
        return Class.forName(type, true, context.getClass().getClassLoader())
                .asSubclass(IOException.class)
                .getConstructor(Throwable.class)
                .newInstance(cause);
    }

    /** Lets a supplier throw a checked exception. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Override
    public boolean logsStackTrace(Throwable thrown) {
        return !new SafeThrowable(thrown).className().equals(CLIENT_ABORT);
    }

    @Override
    public boolean hasLoggedStackTrace(Throwable thrown, Class<?> filter) {
        return thrown instanceof Exception
                && hasPassedDispatcher(thrown, filter)
                && CauseChain.of(thrown).throwables().stream()
                        .noneMatch(link -> DISCONNECTS.contains(link.className()));
    }

    /** Only frames above the filter count: Tomcat reaches an error page through the dispatcher too. */
    private static boolean hasPassedDispatcher(Throwable thrown, Class<?> filter) {
        for (var frame : new SafeThrowable(thrown).frames()) {
            if (frame.getClassName().equals(DISPATCHER)) {
                return true;
            }
            if (frame.getClassName().equals(filter.getName())) {
                return false;
            }
        }
        return false;
    }
}
