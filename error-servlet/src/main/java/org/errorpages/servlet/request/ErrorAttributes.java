package org.errorpages.servlet.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.errorpages.incident.Incident;
import org.errorpages.servlet.AsyncTimeout;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/** Reads what a container tells of an error in request attributes (Servlet 6.0, section 10.9.1; 6.1 adds two). */
public final class ErrorAttributes {

    static final String METHOD = "jakarta.servlet.error.method";
    private static final String QUERY = "jakarta.servlet.error.query_string";

    /** Where Jetty notes at once what is sent by {@code sendError}. */
    private static final String AHEAD = "org.eclipse.jetty.server.error_status";

    /** What the filter knows of the error that the container is to have shown. */
    private static final String INCIDENT = "org.errorpages.incident";

    private static final List<String> ATTRIBUTES = List.of(
            RequestDispatcher.ERROR_EXCEPTION,
            RequestDispatcher.ERROR_EXCEPTION_TYPE,
            RequestDispatcher.ERROR_MESSAGE,
            RequestDispatcher.ERROR_REQUEST_URI,
            RequestDispatcher.ERROR_SERVLET_NAME,
            RequestDispatcher.ERROR_STATUS_CODE,
            METHOD,
            QUERY,
            INCIDENT);

    private ErrorAttributes() {}

    /** Returns whether a container dispatched the request to show an error. */
    public static boolean isOne(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer
                && switch (request.getDispatcherType()) {
                    case ERROR, FORWARD, INCLUDE -> true;
                    case REQUEST, ASYNC -> false;
                };
    }

    /** Returns the status that the container gives to the error, 500 if it tells none. */
    public static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    /** Returns whether the container has an error page dispatched when this dispatch ends with an error. */
    public static boolean mayFollow(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && !request.isAsyncStarted();
    }

    /** Returns whether Jetty is going to have a server error shown that was sent, whatever is thrown after it. */
    public static boolean isAhead(HttpServletRequest request) {
        return statusAhead(request) >= 500 && mayFollow(request);
    }

    /** Returns the status that Jetty is going to have shown, 0 if none. */
    public static int statusAhead(HttpServletRequest request) {
        return request.getAttribute(AHEAD) instanceof Integer status ? status : 0;
    }

    /**
     * Returns what went wrong. A 500 with a throwable is the container's word for what it did not catch; any other
     * status was chosen by somebody. The message is not trusted: containers put the text of exceptions there.
     */
    public static Failure failure(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        int status = status(request);
        if (thrown != null && status == 500) {
            return Failure.thrown(thrown);
        }
        int told = status == 500 ? AsyncTimeout.statusOr(status, request) : status;
        return Failure.sent(told, text(request, RequestDispatcher.ERROR_MESSAGE, ""), thrown);
    }

    /** Leaves an incident for the page that will show it. */
    public static void leave(Incident incident, HttpServletRequest request) {
        request.setAttribute(INCIDENT, incident);
    }

    /** Returns the incident that the filter has left for the error that is to be shown, if it has. */
    public static Optional<Incident> incident(HttpServletRequest request) {
        return request.getAttribute(INCIDENT) instanceof Incident left && isAbout(left, request)
                ? Optional.of(left)
                : Optional.empty();
    }

    /** Returns what error pages are told was thrown: what a ServletException was thrown for, if for anything. */
    static @Nullable Throwable shown(Incident incident) {
        var thrown = incident.failure().cause();
        return thrown == null
                ? null
                : CauseChain.of(thrown).links().stream()
                        .map(link -> link.throwable())
                        .filter(link -> !(link instanceof ServletException))
                        .findFirst()
                        .orElse(thrown);
    }

    /** The same throwable is the same error, whatever status the container has for it: Undertow knows 500 only. */
    private static boolean isAbout(Incident left, HttpServletRequest request) {
        var thrown = left.failure().cause();
        return left.verdict().status().code() == status(request)
                || (thrown != null && thrown == request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    /** Describes an incident as a container does. */
    public static void describe(Incident incident, HttpServletRequest request) {
        var thrown = shown(incident);
        var mapping = request.getHttpServletMapping();
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE, thrown == null ? null : thrown.getClass());
        request.setAttribute(
                RequestDispatcher.ERROR_MESSAGE, thrown == null ? "" : new SafeThrowable(thrown).message());
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        request.setAttribute(RequestDispatcher.ERROR_SERVLET_NAME, mapping.getServletName());
        request.setAttribute(
                RequestDispatcher.ERROR_STATUS_CODE, incident.verdict().status().code());
        request.setAttribute(METHOD, request.getMethod());
        request.setAttribute(QUERY, request.getQueryString());
    }

    /** Returns the method of the request that failed, also where the container dispatches its error as GET. */
    public static String method(HttpServletRequest request) {
        return text(request, METHOD, request.getMethod());
    }

    /** Returns the path of the request that failed. */
    static String path(HttpServletRequest request) {
        return text(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    }

    /** Returns the query of the request that failed, or null. */
    static @Nullable String query(HttpServletRequest request) {
        var told = told(request, QUERY);
        return told == null ? request.getQueryString() : told;
    }

    /** Removes the attributes, so that no container puts its own page over ours. Most requests have none. */
    public static void clear(HttpServletRequest request) {
        boolean isTold = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null
                || request.getAttribute(INCIDENT) != null;
        if (!isTold) {
            return;
        }
        for (var attribute : ATTRIBUTES) {
            request.removeAttribute(attribute);
        }
    }

    /** Nothing can have failed before that the request would be about. */
    private static boolean isFirst(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST;
    }

    private static String text(HttpServletRequest request, String attribute, String otherwise) {
        var told = told(request, attribute);
        return told == null ? otherwise : told;
    }

    private static @Nullable String told(HttpServletRequest request, String attribute) {
        return !isFirst(request) && request.getAttribute(attribute) instanceof String text ? text : null;
    }
}
