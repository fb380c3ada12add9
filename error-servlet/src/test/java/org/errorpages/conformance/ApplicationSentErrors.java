package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** An application that calls {@code sendError} and {@code setStatus}. */
final class ApplicationSentErrors {

    private ApplicationSentErrors() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addServlet("sending", Sending.class).addMapping("/send/*");
            var asynchronous = context.addServlet("sending-async", Sending.class);
            asynchronous.setAsyncSupported(true);
            asynchronous.addMapping("/send-async/*");
            context.addServlet("sending-page", SendingPage.class).addMapping("/sending-page");
        }
    }

    /** Sends or sets the status that the path selects. */
    @SuppressWarnings("serial")
    public static final class Sending extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo()) {
                case "/503" -> response.sendError(503, "secret");
                case "/markup" -> response.sendError(503, "<script>alert('&')</script>");
                case "/then-throw" -> {
                    response.sendError(503, "secret");
                    throw new IllegalStateException("secret");
                }
                case "/then-write" -> {
                    response.sendError(503, "secret");
                    write(response.getWriter(), "secret too late");
                }
                case "/set-json" -> {
                    response.setStatus(503);
                    response.setContentType("application/json");
                    response.getOutputStream().write("{\"my\":\"body\"}".getBytes(StandardCharsets.UTF_8));
                }
                case "/set-empty" -> response.setStatus(503);
                case "/404" -> response.sendError(404, "secret");
                case "/after-half" -> {
                    response.getWriter().write("secret half a page");
                    response.sendError(500, "secret");
                }
                case "/507" -> response.sendError(507, "secret");
                default -> super.doGet(request, response);
            }
        }

        private static void write(PrintWriter writer, String text) {
            writer.write(text);
            writer.flush();
        }
    }

    /** The application's error page for 507, which calls {@code sendError}. */
    @SuppressWarnings("serial")
    public static final class SendingPage extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.addHeader("X-Asked", "once");
            response.sendError(503, "secret of the page");
        }
    }
}
