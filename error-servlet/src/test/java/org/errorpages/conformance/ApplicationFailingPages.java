package org.errorpages.conformance;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** An application that fails in many ways and whose error page fails too. Each message ends with the query. */
final class ApplicationFailingPages {

    private ApplicationFailingPages() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            var shop = context.addServlet("shop", Shop.class);
            shop.setAsyncSupported(true);
            shop.addMapping("/shop/*");
            context.addServlet("broken", Broken.class).addMapping("/broken");
            var patient = context.addServlet("patient", Broken.class);
            patient.setAsyncSupported(true);
            patient.addMapping("/patient");
        }
    }

    /** Fails as the end of the path selects, in the kind of dispatch that its beginning selects. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var path = request.getPathInfo();
            var end = path.substring(path.lastIndexOf('/') + 1);
            if (path.startsWith("/async/") && request.getDispatcherType() != DispatcherType.ASYNC) {
                request.startAsync().dispatch("/shop" + path);
            } else if (path.startsWith("/forward/")) {
                request.getRequestDispatcher("/shop/" + end).forward(request, response);
            } else if (path.startsWith("/started/")) {
                request.startAsync();
                fail(end, request, response);
            } else {
                fail(end, request, response);
            }
        }

        private static void fail(String how, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var secret = "secret inside, " + request.getQueryString();
            switch (how) {
                case "bug500" -> throw new ArithmeticException(secret);
                case "begun500", "length500" -> {
                    if (how.equals("length500")) {
                        response.setContentLength(25);
                    }
                    response.getWriter().write("half an answer");
                    response.flushBuffer();
                    throw new ArithmeticException(secret);
                }
                case "noted500" -> {
                    response.setContentLength(25);
                    response.sendRedirect("/elsewhere");
                    throw new ArithmeticException(secret);
                }
                case "bug504" -> throw new NegativeArraySizeException(secret);
                case "late504" -> throw new IllegalCallerException(secret);
                case "bug507" -> throw new IllegalMonitorStateException(secret);
                case "send503" -> response.sendError(503, secret);
                case "send507" -> response.sendError(507, secret);
                case "later507" -> sendLater(request.startAsync());
                case "never500" -> request.startAsync().setTimeout(100);
                default -> throw new IllegalArgumentException(how);
            }
        }

        /** A thread that responds before its servlet has returned races with the container. */
        private static void sendLater(AsyncContext async) {
            async.start(() -> {
                try {
                    Thread.sleep(100);
                    ((HttpServletResponse) async.getResponse()).sendError(507, "secret inside");
                    async.complete();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (IOException e) { // Undertow renders the page within sendError; here it counts as a disconnect.
                    async.complete();
                }
            });
        }
    }

    /** An error page that fails as the query selects; with {@code sent-} it fails after the commit. */
    @SuppressWarnings("serial")
    public static final class Broken extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var query = request.getQueryString();
            var how = query.substring(0, query.indexOf(':'));
            if (how.startsWith("long-")) {
                response.setContentLength(1_000);
            }
            response.getWriter().write("half a page");
            if (how.startsWith("closed-")) {
                response.getWriter().close();
            }
            if (how.startsWith("sent-") || how.startsWith("long-")) {
                response.flushBuffer();
            }
            fail(how.replaceFirst("^(sent|long|closed)-", ""), "secret of the page, " + query);
        }

        private static void fail(String how, String secret) throws ServletException, IOException {
            switch (how) {
                case "runtime" -> throw new IllegalArgumentException(secret);
                case "servlet" -> throw new ServletException(secret);
                case "servlet-for" -> throw new ServletException(new IllegalArgumentException(secret));
                case "io" -> throw new IOException(secret);
                case "io-within" -> throw new UncheckedIOException(new IOException(secret));
                case "error" -> throw new AssertionError(secret);
                case "memory" -> throw new OutOfMemoryError(secret);
                default -> throw new IllegalStateException(how);
            }
        }
    }
}
