package org.errorpages.conformance;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application that detects wrappers between its first filter and its servlet. */
final class ApplicationTransparency {

    private ApplicationTransparency() {}

    /** Registers the servlet. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().addServlet("comparing", Comparing.class).addMapping("/compare/*");
        }
    }

    /** A filter before that of the framework. */
    public static final class Remembering implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.setAttribute("first.request", request);
            request.setAttribute("first.response", response);
            chain.doFilter(request, response);
            ((HttpServletResponse) response).setHeader("X-Not-Flushed", "yes");
        }
    }

    /** Responds whether it received the same objects as the first filter. */
    @SuppressWarnings("serial")
    public static final class Comparing extends HttpServlet {
        @Override
        @SuppressWarnings("ReferenceEquality")
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            boolean sameRequest = request == request.getAttribute("first.request");
            boolean sameResponse = response == request.getAttribute("first.response");
            if (request.getPathInfo().equals("/status")) {
                response.setStatus(503);
            }
            response.setContentType("text/plain");
            response.setHeader("ETag", "\"1\"");
            response.getWriter()
                    .write("request " + sameRequest + ", response " + sameResponse + ", headers "
                            + response.getHeaderNames().size() + ", committed " + response.isCommitted());
        }
    }
}
