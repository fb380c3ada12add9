package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.errorpages.ErrorPages;
import org.errorpages.render.ErrorResponse;
import org.errorpages.servlet.ErrorHandlingSettings.DispatchMode;
import org.errorpages.servlet.request.ErrorAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Renders error dispatches: statuses passed to {@code sendError}, and failures outside of the filter.
 *
 * <p>Its path is the {@code <location>} of {@code <error-page>} elements. A direct request gets 404. It writes nothing into
 * a committed response.
 */
public final class ErrorPageServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient @Nullable ErrorPages given;
    private transient @Nullable ErrorPagesContext context;

    /** Creates a servlet that shares the settings of the filter. */
    public ErrorPageServlet() {
        this.given = null;
    }

    /** Creates a servlet with the given framework instance, for an embedded server. */
    public ErrorPageServlet(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void init() throws ServletException {
        context = ErrorPagesContextFactory.contextOf(
                getServletContext(), getInitParameterNames(), this::getInitParameter, given);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!ErrorAttributes.isErrorDispatch(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE && !response.isCommitted()) {
            var applicationPage = applicationPage(request);
            if (applicationPage == null) {
                ResponseWriter.write(errorResponse(request), request, response);
            } else {
                applicationPage.forward(request, response);
            }
        }
    }

    /** The application's default page precedes ours for a status, which the container found first. */
    private @Nullable RequestDispatcher applicationPage(HttpServletRequest request) {
        if (request.getDispatcherType() != DispatcherType.ERROR
                || context().settings().dispatch() == DispatchMode.ERRORPAGES) {
            return null;
        }
        return context()
                .applicationPages()
                .forStatus(ErrorAttributes.status(request))
                .map(page -> getServletContext().getRequestDispatcher(page))
                .orElse(null);
    }

    /** Renders the incident that the filter stored. Without one, the container caught the exception and logs it. */
    private ErrorResponse errorResponse(HttpServletRequest request) {
        var errorPages = context().errorPages();
        var stored = ErrorAttributes.find(request);
        if (stored.isPresent()) {
            return errorPages.respond(stored.get());
        }
        var failure = ErrorAttributes.failure(request);
        var thrown = failure.cause();
        var incident = errorPages.report(
                failure,
                context().snapshot(request),
                reported -> thrown != null && context().container().logsStackTrace(thrown));
        return errorPages.respond(incident);
    }

    private ErrorPagesContext context() {
        return Objects.requireNonNull(context, "the servlet is not initialized");
    }
}
