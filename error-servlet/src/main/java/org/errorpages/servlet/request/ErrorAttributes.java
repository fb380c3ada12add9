package org.errorpages.servlet.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.incident.Incident;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/** Reads and writes the error attributes of a request (Servlet 6.0, section 10.9.1; 6.1 adds two). */
public final class ErrorAttributes {

    static final String METHOD = "jakarta.servlet.error.method";
    private static final String QUERY = "jakarta.servlet.error.query_string";

    /** The attribute in which Jetty stores the status of {@code sendError} at once. */
    private static final String JETTY_STATUS = "org.eclipse.jetty.server.error_status";

    private static final String INCIDENT = "org.errorpages.incident";
    private static final String ASYNC_TIMEOUT = "org.errorpages.async-timeout";

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

    /** Returns whether a container dispatched the request to an error page. */
    public static boolean isErrorDispatch(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer
                && request.getDispatcherType() != DispatcherType.REQUEST
                && request.getDispatcherType() != DispatcherType.ASYNC;
    }

    /** Returns the error status that the container set, or 500. */
    public static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }

    /** Returns whether the container starts an error dispatch if the present dispatch ends with an error. */
    public static boolean triggersErrorDispatch(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST && !request.isAsyncStarted();
    }

    /** Returns the server error that Jetty will dispatch after {@code sendError}, whatever is thrown later; or 0. */
    public static int pendingJettyError(HttpServletRequest request) {
        int status = request.getAttribute(JETTY_STATUS) instanceof Integer sent ? sent : 0;
        return status >= 500 && triggersErrorDispatch(request) ? status : 0;
    }

    /** Records that an asynchronous request timed out, because the container's error dispatch doesn't report it. */
    public static void setAsyncTimeout(int status, ServletRequest request) {
        request.setAttribute(ASYNC_TIMEOUT, status);
    }

    /**
     * Returns the failure that the attributes describe.
     *
     * <p>A 500 with an exception is the container's default for an uncaught exception; application code chose any other
     * status. Containers put texts of exceptions into the message, so that it isn't trusted.
     */
    public static Failure failure(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
        int status = status(request);
        if (thrown != null && status == 500) {
            return Failure.thrown(thrown);
        }
        int sent = status == 500 && request.getAttribute(ASYNC_TIMEOUT) instanceof Integer timeout ? timeout : status;
        return Failure.sent(sent, attribute(request, RequestDispatcher.ERROR_MESSAGE, ""), thrown);
    }

    /** Stores an incident for the error page that will render it. */
    public static void store(Incident incident, HttpServletRequest request) {
        request.setAttribute(INCIDENT, incident);
    }

    /** Returns the stored incident if it belongs to the present error. */
    public static Optional<Incident> find(HttpServletRequest request) {
        return request.getAttribute(INCIDENT) instanceof Incident stored && belongsTo(stored, request)
                ? Optional.of(stored)
                : Optional.empty();
    }

    /** The status may differ for the same exception: Undertow always sets 500. */
    private static boolean belongsTo(Incident stored, HttpServletRequest request) {
        var thrown = stored.failure().cause();
        return stored.verdict().status().code() == status(request)
                || (thrown != null && thrown == request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    /** Returns the exception for an error page: the first of the chain that isn't a ServletException, if any. */
    static @Nullable Throwable exception(Incident incident) {
        var thrown = incident.failure().cause();
        return thrown == null
                ? null
                : CauseChain.of(thrown).throwables().stream()
                        .map(link -> link.throwable())
                        .filter(link -> !(link instanceof ServletException))
                        .findFirst()
                        .orElse(thrown);
    }

    /** Sets the attributes as a container does, and stores the incident. */
    public static void set(Incident incident, HttpServletRequest request) {
        var thrown = exception(incident);
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
        store(incident, request);
    }

    /** Removes the attributes, so that no container replaces the response with its own page. Most requests have none. */
    public static void clear(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) != null
                || request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null
                || request.getAttribute(INCIDENT) != null) {
            ATTRIBUTES.forEach(request::removeAttribute);
        }
    }

    /** Returns the method of the failed request; containers may dispatch the error as GET. */
    public static String method(HttpServletRequest request) {
        return attribute(request, METHOD, request.getMethod());
    }

    /** Returns the path of the failed request. */
    static String path(HttpServletRequest request) {
        return attribute(request, RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
    }

    /** Returns the query of the failed request, or null. */
    static @Nullable String query(HttpServletRequest request) {
        var query = attribute(request, QUERY);
        return query == null ? request.getQueryString() : query;
    }

    private static String attribute(HttpServletRequest request, String name, String fallback) {
        return Objects.requireNonNullElse(attribute(request, name), fallback);
    }

    /** On the first dispatch nothing has failed yet, so that the attributes don't apply. */
    private static @Nullable String attribute(HttpServletRequest request, String name) {
        boolean isFirst = request.getDispatcherType() == DispatcherType.REQUEST;
        return !isFirst && request.getAttribute(name) instanceof String text ? text : null;
    }
}
