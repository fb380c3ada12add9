package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.errorpages.ErrorPages;
import org.errorpages.render.Rendition;
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

    /** Where the filter leaves an answer that the container is to ask for. */
    static final String RENDITION = "org.errorpages.rendition";

    private transient @Nullable ErrorPages pages;

    /** Creates a servlet that shares the settings of the filter. */
    public ErrorPageServlet() {}

    /** Creates a servlet that answers as it is told, for a server that is put together in code. */
    public ErrorPageServlet(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        pages = SharedErrorPages.of(config.getServletContext(), InitParameters.of(config), pages);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!ErrorDispatch.isOne(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getDispatcherType() != DispatcherType.INCLUDE && !response.isCommitted()) {
            ResponseWriter.write(rendition(request), request, response);
        }
    }

    private Rendition rendition(HttpServletRequest request) {
        int status = ErrorDispatch.status(request);
        if (request.getAttribute(RENDITION) instanceof Rendition prepared
                && prepared.status().code() == status) {
            return prepared;
        }
        if (pages == null) {
            throw new IllegalStateException("the servlet was not initialised");
        }
        return pages.answer(ErrorDispatch.failure(request), RequestReader.facts(request));
    }
}
