package org.errorpages.servlet;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

/** An application that fails in many ways. */
final class Application {

    private Application() {}

    /** Registers the servlets of the application. */
    static void register(ServletContext context) {
        servlet(context, "failing", Failing.class, "/fail/*");
        servlet(context, "crowd", Crowd.class, "/crowd/*");
        servlet(context, "traces", ApplicationTraces.class, "/traces/*");
        servlet(context, "working", Working.class, "/ok");
        var talking = context.addServlet("talking", Talking.class);
        talking.addMapping("/talk/*");
        talking.setMultipartConfig(new MultipartConfigElement("", 100, 1_000, 0));
        servlet(context, "closing", Closing.class, "/closing");
        servlet(context, "own-page", PageFor507.class, "/own-page");
        servlet(context, "broken-start", BrokenStart.class, "/broken-start");
    }

    /** Reads the request, or writes an endless response. */
    @SuppressWarnings("serial")
    public static final class Talking extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo()) {
                case "/read" -> request.getInputStream().readAllBytes();
                case "/parameter" -> request.getParameter("type");
                case "/parts" -> request.getParts();
                default -> sendWithoutEnd(response);
            }
            response.getWriter().write("read");
        }

        private static void sendWithoutEnd(HttpServletResponse response) throws IOException {
            for (int i = 0; i < 100_000; i++) {
                response.getOutputStream().write(new byte[10_000]);
            }
        }
    }

    private static void servlet(ServletContext context, String name, Class<? extends HttpServlet> type, String path) {
        var servlet = context.addServlet(name, type);
        servlet.setAsyncSupported(true);
        servlet.addMapping(path);
    }

    /** Fails as the path selects. */
    @SuppressWarnings("serial")
    public static final class Failing extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo()) {
                case "/bug" -> throw new IllegalStateException("secret inside");
                case "/wrapped" -> throw new ServletException(new ServletException(new IllegalStateException("deep")));
                case "/timeout" -> throw new ServletException(new TimeoutException("slow"));
                case "/error" -> throw new AssertionError("broken invariant");
                case "/overflow" -> overflow(0);
                case "/send503" -> response.sendError(503, "<b>closed</b>");
                case "/send404" -> response.sendError(404);
                case "/status503" -> body(response, 503, "{\"my\":\"body\"}");
                case "/half" -> {
                    response.getWriter().write("half a page");
                    throw new IllegalStateException("secret inside");
                }
                case "/headers" -> describeThenFail(response);
                case "/policy" -> {
                    response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
                    throw new IllegalStateException("secret inside");
                }
                case "/committed" -> {
                    response.getWriter().write("half a page");
                    response.flushBuffer();
                    throw new IllegalStateException("secret inside");
                }
                case "/async" -> {
                    request.startAsync();
                    throw new IllegalStateException("secret inside");
                }
                default -> super.service(request, response);
            }
        }

        @SuppressWarnings("InfiniteRecursion")
        private static int overflow(int depth) {
            return overflow(depth + 1) + 1;
        }

        private static void body(HttpServletResponse response, int status, String body) throws IOException {
            response.setStatus(status);
            response.setContentType("application/json");
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }

        private static void describeThenFail(HttpServletResponse response) throws IOException {
            response.setContentType("text/plain;charset=iso-8859-1");
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("Content-Disposition", "attachment");
            response.setHeader("ETag", "\"1\"");
            response.setHeader("Cache-Control", "max-age=60");
            response.setHeader("Vary", "Origin");
            response.setHeader("Access-Control-Allow-Origin", "https://shop.test");
            response.setHeader("Strict-Transport-Security", "max-age=1");
            response.addHeader("Set-Cookie", "a=1");
            response.addHeader("Set-Cookie", "b=2");
            response.getWriter().write("lost");
            throw new IllegalStateException("secret inside");
        }
    }

    /** Fails on every path. */
    @SuppressWarnings("serial")
    public static final class Crowd extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("secret inside");
        }
    }

    /** A servlet that works. */
    @SuppressWarnings("serial")
    public static final class Working extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            var filters = getServletContext().getFilterRegistrations().keySet();
            response.getWriter().write("ok " + response.getClass().getName() + " behind " + filters);
        }
    }

    /** The application's own error page for 507. */
    @SuppressWarnings("serial")
    public static final class PageFor507 extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("the error page failed itself");
        }
    }

    /** A servlet that is unavailable on the first request. */
    @SuppressWarnings("serial")
    public static final class Closing extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            throw new UnavailableException("secret inside", 7);
        }
    }

    /** A servlet that doesn't start. */
    @SuppressWarnings("serial")
    public static final class BrokenStart extends HttpServlet {
        @Override
        public void init() throws ServletException {
            throw new ServletException("secret inside", new IllegalStateException("no table"));
        }
    }
}
