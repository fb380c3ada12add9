package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application that fails after its response is committed, or seems to be. */
final class ApplicationCommitted {

    private ApplicationCommitted() {}

    /** Registers the same servlet with and without support of asynchronous requests. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var asynchronous = event.getServletContext().addServlet("begun", Begun.class);
            asynchronous.setAsyncSupported(true);
            asynchronous.addMapping("/begun/*");
            event.getServletContext().addServlet("begun-sync", Begun.class).addMapping("/begun-sync/*");
        }
    }

    /** Starts the response as the path selects, then throws. */
    @SuppressWarnings("serial")
    public static final class Begun extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            switch (request.getPathInfo()) {
                case "/chunked" -> half(response);
                case "/length" -> {
                    response.setContentLength(1_000);
                    half(response);
                }
                case "/large" -> {
                    response.getOutputStream().write(new byte[100_000]);
                    response.flushBuffer();
                }
                case "/started" -> {
                    request.startAsync();
                    half(response);
                }
                case "/closed" -> {
                    response.getWriter().write("{\"whole\": true}");
                    response.getWriter().close();
                }
                case "/closed-stream" -> {
                    response.getOutputStream().write(new byte[20_000]);
                    response.getOutputStream().close();
                }
                case "/buffered" -> {
                    response.setBufferSize(64 * 1_024);
                    response.getOutputStream().write(new byte[60_000]);
                }
                case "/redirect" -> response.sendRedirect("/ok");
                default -> throw new IllegalArgumentException(request.getPathInfo());
            }
            throw new IllegalStateException("secret inside");
        }

        private static void half(HttpServletResponse response) throws IOException {
            response.getWriter().write("{\"half\": ");
            response.flushBuffer();
        }
    }
}
