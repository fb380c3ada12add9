package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.errorpages.ErrorPages;
import org.errorpages.servlet.request.ErrorPageRequest;
import org.errorpages.servlet.request.TrackingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is thrown behind it. Map it first, to {@code /*}, for the dispatchers REQUEST, ASYNC and ERROR.
 *
 * <p>A request that works passes through untouched. What is thrown is answered while nothing has been sent; after that
 * it is thrown on, so that the container breaks the response off visibly. On an ERROR dispatch the filter only stands
 * by for an error page of the application that fails itself (Servlet 6.0, section 10.9).
 */
public final class ErrorPageFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1;

    /** Where the filter notes the throwable it has dealt with, so that a second filter lets it pass. */
    static final String HANDLED = "org.errorpages.handled";

    private final transient @Nullable ErrorPages given;
    private transient @Nullable ErrorPagesContext shell;

    /** Creates a filter that takes its settings from the container. */
    public ErrorPageFilter() {
        this.given = null;
    }

    /** Creates a filter that answers as it is told, for a server that is put together in code. */
    public ErrorPageFilter(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        shell = ErrorPagesBootstrap.of(config.getServletContext(), InitParameters.of(config), given);
    }

    /** What is interrupted from now on is no bug. */
    @Override
    public void destroy() {
        shell().pages().close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var active = shell();
        if (active.develops() && IncidentEndpoint.answered(active, request, response)) {
            return;
        }
        // Undertow does not tell it any more when somebody has forwarded in the meantime.
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        try {
            chain.doFilter(
                    isError
                            ? new ErrorPageRequest(request)
                            : active.develops() ? new TrackingRequest(request) : request,
                    SendErrorInterceptor.wrap(request, response, active, isError));
        } catch (Throwable thrown) {
            if (request.getAttribute(HANDLED) == thrown) {
                throw thrown;
            }
            var failed = new FailureResponder(active, request, response);
            if (!(isError ? failed.answeredForPage(thrown) : failed.answered(thrown))) {
                request.setAttribute(HANDLED, thrown);
                throw thrown;
            }
            request.removeAttribute(HANDLED);
            return;
        }
        if (active.looksAtWhatSucceeds()) {
            CompletedRequestCheck.look(active, request, response);
        }
    }

    private ErrorPagesContext shell() {
        if (shell == null) {
            throw new IllegalStateException("the filter was not initialised");
        }
        return shell;
    }
}
