package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.errorpages.ErrorPages;
import org.errorpages.render.ErrorResponse;
import org.errorpages.servlet.request.ErrorAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Answers what the filter does not see: a status that was sent, and a failure before the filter. Name it as the
 * {@code <location>} of {@code <error-page>} elements.
 *
 * <p>Only an error dispatch of the container is served; who asks for the path gets 404. Nothing is written into a
 * response that has begun.
 */
public final class ErrorPageServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient @Nullable ErrorPages given;
    private transient @Nullable ErrorPagesContext shell;

    /** Creates a servlet that shares the settings of the filter. */
    public ErrorPageServlet() {
        this.given = null;
    }

    /** Creates a servlet that answers as it is told, for a server that is put together in code. */
    public ErrorPageServlet(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        shell = ErrorPagesBootstrap.of(config.getServletContext(), InitParameters.of(config), given);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!ErrorAttributes.isOne(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE && !response.isCommitted()) {
            var theirs = pageForEverything(request);
            if (theirs == null) {
                ResponseWriter.write(rendition(request), request, response);
            } else {
                theirs.forward(request, response);
            }
        }
    }

    /** A page for everything, which the application has, counts before ours for a single status, which it has not. */
    private @Nullable RequestDispatcher pageForEverything(HttpServletRequest request) {
        boolean ordinary = request.getDispatcherType() == DispatcherType.ERROR
                && shell().settings().dispatch() != DispatchMode.ERRORPAGES;
        var page = ordinary
                ? shell().own().forStatus(ErrorAttributes.status(request)).orElse(null)
                : null;
        return page == null ? null : getServletContext().getRequestDispatcher(page);
    }

    /** The filter may know the error already; else the container has seen what was thrown, and logs it if it logs such. */
    private ErrorResponse rendition(HttpServletRequest request) {
        var pages = shell().pages();
        var known = ErrorAttributes.incident(request);
        if (known.isPresent()) {
            return pages.respond(known.get());
        }
        var failure = ErrorAttributes.failure(request);
        var incident = pages.assess(failure, shell().facts(request));
        pages.notifyListeners(isLogged(failure.cause()) ? incident.asLoggedElsewhere() : incident);
        return pages.respond(incident);
    }

    private boolean isLogged(@Nullable Throwable thrown) {
        return thrown != null && shell().container().logsStackOf(thrown);
    }

    private ErrorPagesContext shell() {
        if (shell == null) {
            throw new IllegalStateException("the servlet was not initialised");
        }
        return shell;
    }
}
