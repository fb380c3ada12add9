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
import org.errorpages.ErrorPages;
import org.errorpages.render.Rendition;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
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
    private static final String HANDLED = "org.errorpages.handled";

    private transient @Nullable ErrorPages pages;
    private transient boolean jetty;

    /** Creates a filter that takes its settings from the container. */
    public ErrorPageFilter() {}

    /** Creates a filter that answers as it is told, for a server that is put together in code. */
    public ErrorPageFilter(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        super.init(config);
        pages = SharedErrorPages.of(config.getServletContext(), InitParameters.of(config), pages);
        jetty = JettyBodilessMethods.isJetty(config.getServletContext());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, jetty ? JettyBodilessMethods.wrap(request, response, pages()) : response);
        } catch (Throwable thrown) {
            if (!answered(thrown, request, response)) {
                throw thrown;
            }
        }
    }

    /** Returns whether the client has its answer; if not, the container has to see what was thrown. */
    private boolean answered(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(HANDLED) == thrown) {
            return false;
        }
        request.setAttribute(HANDLED, thrown);
        var facts = RequestReader.facts(request);
        var rendition = pages().answer(failure(thrown, request), facts);
        if (response.isCommitted()) {
            // Tomcat itself sends 400 or 408 before it throws: the client has its answer, and need not see a stack.
            return response.getStatus() == rendition.status().code();
        }
        if (rendition.disposition() == Disposition.RETHROW) {
            request.setAttribute(ErrorPageServlet.RENDITION, rendition);
            return false;
        }
        answer(rendition, request, response);
        return true;
    }

    private static void answer(Rendition rendition, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ResponseWriter.write(rendition, request, response);
        ErrorDispatch.clear(request);
        request.removeAttribute(HANDLED);
        if (request.isAsyncStarted()) {
            request.getAsyncContext().complete();
        }
    }

    /** What an error page throws is answered with the status of the error that it was to show. */
    private static Failure failure(Throwable thrown, HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? Failure.sent(ErrorDispatch.status(request), "", thrown)
                : Failure.thrown(thrown);
    }

    private ErrorPages pages() {
        if (pages == null) {
            throw new IllegalStateException("the filter was not initialised");
        }
        return pages;
    }
}
