package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application that breaks those rules of the Servlet specification that have a hint. */
final class ApplicationHints {

    private ApplicationHints() {}

    /** Registers the servlet, without async support and without multipart configuration. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().addServlet("mistakes", Mistakes.class).addMapping("/hint/*");
        }
    }

    /** Makes the mistake that the path selects. */
    @SuppressWarnings("serial")
    public static final class Mistakes extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            switch (request.getPathInfo()) {
                case "/async-unsupported" -> request.startAsync();
                case "/multipart-missing" -> request.getParts();
                case "/writer-taken" -> {
                    response.getWriter().print("text");
                    response.getOutputStream().write(1);
                }
                case "/stream-taken" -> {
                    response.getOutputStream().write(1);
                    response.getWriter().print("text");
                }
                case "/body-taken" -> {
                    request.getReader().readLine();
                    request.getInputStream().readAllBytes();
                }
                case "/response-committed" -> {
                    commit(response);
                    response.reset();
                }
                case "/session-too-late" -> {
                    commit(response);
                    request.getSession();
                }
                default -> response.sendError(404);
            }
        }

        private static void commit(HttpServletResponse response) throws IOException {
            response.getWriter().print("text");
            response.flushBuffer();
        }
    }
}
