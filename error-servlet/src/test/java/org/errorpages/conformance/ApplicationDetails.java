package org.errorpages.conformance;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application that sets session and request attributes before it fails. */
final class ApplicationDetails {

    private ApplicationDetails() {}

    /** Registers the servlet. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var keeping = event.getServletContext().addServlet("keeping", Keeping.class);
            keeping.setAsyncSupported(true);
            keeping.addMapping("/details/*");
            keeping.setMultipartConfig(new MultipartConfigElement(""));
        }
    }

    /** A value whose {@code toString} must not be called. */
    public static final class Basket {
        @Override
        public String toString() {
            throw new IllegalStateException("secret of a basket");
        }
    }

    /** Acts as the path selects. */
    @SuppressWarnings("serial")
    public static final class Keeping extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            switch (request.getPathInfo()) {
                case "/plain" -> throw new IllegalStateException("plain");
                case "/form" -> throw new IllegalStateException("of " + request.getParameter("name"));
                case "/form-sent" -> response.sendError(503, request.getParameter("name"));
                case "/parts" ->
                    throw new IllegalStateException(request.getParts().size() + " parts");
                case "/has-session" -> response.getWriter().print(request.getSession(false) != null);
                case "/async" -> {
                    if (request.getDispatcherType() == DispatcherType.REQUEST) {
                        request.startAsync().dispatch("/details/bug");
                    }
                }
                default -> {
                    request.getSession().setAttribute("basket", new Basket());
                    request.getSession().setAttribute("note", "secret of a session");
                    request.setAttribute("order", new Basket());
                    request.setAttribute("comment", "secret of a request");
                    fail(request, response);
                }
            }
        }

        private static void fail(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getPathInfo().equals("/send")) {
                response.sendError(503);
            } else {
                throw new IllegalStateException("kept");
            }
        }
    }
}
