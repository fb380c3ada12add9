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
import org.errorpages.servlet.FailureResponder.Outcome;
import org.errorpages.servlet.request.ErrorPageRequest;
import org.errorpages.servlet.request.TrackingRequest;
import org.jspecify.annotations.Nullable;

/**
 * Responds to exceptions of servlets and filters behind it.
 *
 * <p>Map it first, to {@code /*}, for the dispatchers REQUEST, ASYNC and ERROR. Successful requests pass unchanged. If the
 * response is committed when an exception arrives, the filter truncates it or lets the container do so. On an ERROR
 * dispatch the filter only handles error pages of the application that fail (Servlet 6.0, section 10.9).
 */
public final class ErrorPageFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1;

    /** The attribute with the exception that a filter has handled, so that a second filter lets it pass. */
    static final String HANDLED = "org.errorpages.handled";

    private final transient @Nullable ErrorPages given;
    private transient @Nullable ErrorPagesContext context;

    /** Creates a filter that reads its settings from the container. */
    public ErrorPageFilter() {
        this.given = null;
    }

    /** Creates a filter with the given framework instance, for an embedded server. */
    public ErrorPageFilter(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        context = ErrorPagesBootstrap.contextOf(config.getServletContext(), InitParameters.of(config), given);
    }

    /** From now on an interrupted request is caused by the shutdown, not by a bug. */
    @Override
    public void destroy() {
        context().errorPages().close();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var active = context();
        if (active.isDevelopment()) {
            var viewerResponse = active.viewerResponse(request);
            if (viewerResponse.isPresent()) {
                ResponseWriter.write(viewerResponse.get(), request, response);
                return;
            }
        }
        // Read now: on Undertow a forward changes the dispatcher type for good.
        boolean isError = request.getDispatcherType() == DispatcherType.ERROR;
        try {
            chain.doFilter(
                    isError
                            ? new ErrorPageRequest(request)
                            : active.isDevelopment() ? new TrackingRequest(request) : request,
                    SendErrorInterceptor.wrap(request, response, active, isError));
        } catch (Throwable thrown) {
            if (request.getAttribute(HANDLED) == thrown) {
                throw thrown;
            }
            var responder = new FailureResponder(active, request, response);
            var outcome = isError ? responder.respondToFailedPage(thrown) : responder.respond(thrown);
            if (outcome == Outcome.RETHROW) {
                request.setAttribute(HANDLED, thrown);
                throw thrown;
            }
            request.removeAttribute(HANDLED);
            return;
        }
        if (active.checksCompletedRequests()) {
            CompletedRequestCheck.check(active, request, response);
        }
    }

    private ErrorPagesContext context() {
        return Objects.requireNonNull(context, "the filter is not initialized");
    }
}
