package org.errorpages.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import org.errorpages.ErrorPages;
import org.errorpages.servlet.FailureResponder.Outcome;
import org.errorpages.servlet.container.ContainerBehaviour;
import org.errorpages.servlet.request.ErrorAttributes;
import org.errorpages.servlet.request.ErrorPageRequestWrapper;
import org.errorpages.servlet.request.ParameterTrackingRequest;
import org.errorpages.status.Failure;
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
    public void init() throws ServletException {
        context = ErrorPagesContextFactory.contextOf(
                getServletContext(), getInitParameterNames(), this::getInitParameter, given);
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
                            ? new ErrorPageRequestWrapper(request)
                            : active.isDevelopment() ? new ParameterTrackingRequest(request) : request,
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
            checkCompleted(active, request, response);
        }
    }

    /** Responds to an error status without a body if the settings ask for it, and observes an asynchronous request. */
    private static void checkCompleted(
            ErrorPagesContext context, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var settings = context.settings();
        if (request.isAsyncStarted()) {
            observeTimeout(context, request, response);
        } else if (settings.fillsEmptyErrors() && isEmpty(response) && settings.covers(response.getStatus())) {
            new FailureResponder(context, request, response).respondToSent(Failure.sent(response.getStatus(), ""));
        }
    }

    private static void observeTimeout(
            ErrorPagesContext context, HttpServletRequest request, HttpServletResponse response) {
        try {
            var timeout = new AsyncTimeout(context.settings().asyncTimeout(), context.container());
            request.getAsyncContext().addListener(timeout, request, response);
        } catch (IllegalStateException completed) {
            // Another thread has completed the request in the meantime.
        }
    }

    /** A response with a body has a content type, or is committed. */
    private static boolean isEmpty(HttpServletResponse response) {
        return response.getContentType() == null && !response.isCommitted();
    }

    private ErrorPagesContext context() {
        return Objects.requireNonNull(context, "the filter is not initialized");
    }

    /**
     * Records that an asynchronous request timed out.
     *
     * <p>It doesn't respond: containers differ in how a listener may use the response.
     */
    private record AsyncTimeout(int status, ContainerBehaviour container) implements AsyncListener {

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            var request = event.getSuppliedRequest();
            ErrorAttributes.setAsyncTimeout(status, request);
            // The application's listeners run first; one of them may have completed the request.
            if (request.isAsyncStarted()
                    && event.getSuppliedResponse() instanceof HttpServletResponse response
                    && response.isCommitted()) {
                container.truncateOnTimeout(response);
            }
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A new startAsync() removes all listeners (Servlet 6.0, section 9.7).
            event.getAsyncContext().addListener(this, event.getSuppliedRequest(), event.getSuppliedResponse());
        }

        @Override
        public void onComplete(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}
    }
}
