package org.errorpages.servlet.container;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Describes how a servlet container behaves after errors: error dispatches, truncation, logging.
 *
 * <p>The defaults describe a container that follows the specification.
 */
public sealed interface ContainerBehaviour
        permits ContainerBehaviour.Unknown, JettyBehaviour, TomcatBehaviour, UndertowBehaviour {

    /** The state of a response after the attempt to truncate it. */
    enum TruncationResult {
        /** The response ends visibly incomplete; the container need not see the exception. */
        TRUNCATED,
        /** The container must see the exception; it then closes the connection or resets the stream. */
        LEFT_TO_CONTAINER,
        /** The container must see the exception, and the client may still take the response for complete. */
        SEEMINGLY_COMPLETE
    }

    /** A container without known deviations: it follows the specification and logs exceptions that reach it. */
    record Unknown() implements ContainerBehaviour {}

    /** Returns the behaviour of the container, detected by class names because its server info may be hidden. */
    static ContainerBehaviour of(ServletContext context) {
        return of(context.getClass());
    }

    /** Returns the behaviour of the container that a class of servlet context belongs to. */
    static ContainerBehaviour of(Class<?> contextClass) {
        for (Class<?> type = contextClass; type != null; type = type.getSuperclass()) {
            var name = type.getName();
            if (name.startsWith("org.apache.catalina.")) {
                return new TomcatBehaviour();
            }
            if (name.startsWith("org.eclipse.jetty.")) {
                return new JettyBehaviour();
            }
            if (name.startsWith("io.undertow.")) {
                return new UndertowBehaviour();
            }
        }
        return new Unknown();
    }

    /** Completes a request if it is asynchronous and still open. */
    default void completeAsync(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().complete();
            }
        } catch (IllegalStateException completed) {
            // The application has completed it; isAsyncStarted() may still return true.
        }
    }

    /** Returns whether an error of a request with this method leads to an error dispatch. */
    default boolean dispatchesErrorsOf(String method) {
        return true;
    }

    /** Returns whether the container sends {@code Connection: close} when it closes a connection with an unread body. */
    default boolean sendsConnectionClose() {
        return true;
    }

    /** Returns whether the container truncates a committed response when an asynchronous request times out. */
    default boolean truncatesOnTimeout() {
        return true;
    }

    /** Truncates a committed response from within {@code onTimeout}, if the container doesn't do it. */
    default void truncateOnTimeout(HttpServletResponse response) throws IOException {}

    /** Truncates a committed response, so that no client takes it for complete. */
    default TruncationResult truncate(HttpServletRequest request, HttpServletResponse response) {
        return TruncationResult.LEFT_TO_CONTAINER;
    }

    /** Truncates the committed response of an error page that this framework forwarded to and that failed. */
    default TruncationResult truncateForwarded(HttpServletRequest request, HttpServletResponse response) {
        return truncate(request, response);
    }

    /** Returns whether the container appends an error page of the application to a committed response. */
    default boolean appendsErrorPage(HttpServletRequest request, HttpServletResponse response) {
        return false;
    }

    /** Returns an exception that makes the container truncate the response when the filter throws it. */
    default IOException truncatingException(Throwable failure, HttpServletRequest request) {
        return new IOException("response truncated: it failed after part of it was sent", failure);
    }

    /**
     * Returns whether the container has logged the stack trace before the filter caught the exception.
     *
     * @param filter the class of the filter
     */
    default boolean hasLoggedStackTrace(Throwable thrown, Class<?> filter) {
        return false;
    }

    /** Returns whether the container logs the stack trace of an exception that reaches it. */
    default boolean logsStackTrace(Throwable thrown) {
        return true;
    }

    /** Returns whether the container logs the stack trace of an exception that an error page throws. */
    default boolean logsStackTraceOfPage(Throwable thrown, HttpServletRequest request) {
        return logsStackTrace(thrown);
    }
}
