package org.errorpages.servlet.container;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What a container does otherwise than others: what it has error pages for, how it ends a response, what it logs. */
public sealed interface Container permits Jetty, Tomcat, Undertow, UnknownContainer {

    /** Returns the container of an application, which its classes tell: its info may be hidden from attackers. */
    static Container of(ServletContext context) {
        return madeOf(context.getClass());
    }

    /** Returns the container that has made a context. */
    static Container madeOf(Class<?> context) {
        for (Class<?> type = context; type != null; type = type.getSuperclass()) {
            var name = type.getName();
            if (name.startsWith("org.apache.catalina.")) {
                return new Tomcat();
            }
            if (name.startsWith("org.eclipse.jetty.")) {
                return new Jetty();
            }
            if (name.startsWith("io.undertow.")) {
                return new Undertow();
            }
        }
        return new UnknownContainer();
    }

    /**
     * Completes a request if it is asynchronous. The application may have completed it already, and the container not yet
     * said so.
     */
    @SuppressWarnings("UnusedReturnValue")
    static boolean complete(HttpServletRequest request) {
        try {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().complete();
            }
            return true;
        } catch (IllegalStateException completed) {
            return false;
        }
    }

    /** Returns whether it asks for an error page after a method. */
    default boolean asksAfter(String method) {
        return true;
    }

    /** Returns whether it tells the client when it closes a connection on which a body is still to come. */
    default boolean announcesClose() {
        return true;
    }

    /** Returns whether it breaks off by itself what has begun when an asynchronous request runs out of time. */
    default boolean breaksOffAtTimeout() {
        return true;
    }

    /** Breaks off what has begun, within the listener that is told that the time is over, where it does not itself. */
    default void breakOffAtTimeout(HttpServletResponse response) throws IOException {}

    /** Ends a response of which a part has been sent, so that no client takes it for whole. */
    default TruncationResult end(HttpServletRequest request, HttpServletResponse response) {
        return TruncationResult.LEFT_TO_THE_CONTAINER;
    }

    /** Ends an error page that we have forwarded to and that has failed after it had begun: it must not look whole. */
    default TruncationResult endForwarded(HttpServletRequest request, HttpServletResponse response) {
        return end(request, response);
    }

    /** Returns whether it would append an error page of the application to what has begun and is left to it. */
    default boolean appendsPage(HttpServletRequest request, HttpServletResponse response) {
        return false;
    }

    /** Returns what has it break off an error page that is left to it, if that is thrown at it. */
    default IOException breakingOff(Throwable broken, HttpServletRequest request) {
        return new IOException("broken off: an error page failed after it had begun", broken);
    }

    /** Returns whether it has logged the stack of what was thrown before the filter gets to see it. */
    default boolean hasLoggedStackOf(Throwable thrown) {
        return false;
    }

    /** Returns whether it logs the stack of what is thrown at it. */
    default boolean logsStackOf(Throwable thrown) {
        return true;
    }

    /** Returns whether it logs the stack of what an error page throws at it. */
    default boolean logsStackOfPage(Throwable thrown, HttpServletRequest request) {
        return logsStackOf(thrown);
    }
}
