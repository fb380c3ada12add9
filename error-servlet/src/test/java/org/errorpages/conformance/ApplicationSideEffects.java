package org.errorpages.conformance;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.errorpages.status.HttpError;

/** An application that fails and checks whether that leaves anything behind. */
final class ApplicationSideEffects {

    private static final Map<String, String> LEFTOVERS = new ConcurrentHashMap<>();
    private static final AtomicInteger SESSIONS = new AtomicInteger();

    private ApplicationSideEffects() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addServlet("hygiene", Failing.class).addMapping("/hygiene/*");
            context.addServlet("broken", Broken.class).addMapping("/broken");
            context.addServlet("looking", Looking.class).addMapping("/look/*");
            context.addListener(Leftovers.class);
            context.addListener(Sessions.class);
        }
    }

    /** Fails as the first part of the path info selects. */
    @SuppressWarnings("serial")
    public static final class Failing extends HttpServlet {

        private static final String SPLIT = "secret\r\nSet-Cookie: evil=1\r\n\r\nEVIL begins a line";

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo().split("/", 3)[1]) {
                case "bug" -> throw new IllegalStateException("secret inside");
                case "slow" -> throw new ServletException(new TimeoutException("secret inside"));
                case "with-attributes" -> {
                    var thrown = new ServletException(new TimeoutException("secret inside"));
                    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, thrown);
                    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
                    throw thrown;
                }
                case "send" -> response.sendError(503, "secret inside");
                case "send507" -> response.sendError(507, "secret inside");
                case "forward" -> forward("/broken", request, response);
                case "forward-caught" -> catchForward(request, response);
                case "forward-to-page" -> forward("/errorpages", request, response);
                case "include" -> {
                    response.getWriter().write("half a page");
                    request.getRequestDispatcher("/broken").include(request, response);
                }
                case "committed" -> {
                    response.getWriter().write("half a page");
                    response.flushBuffer();
                    throw new IllegalStateException("secret inside");
                }
                case "markup" -> throw new IllegalStateException("<script>alert('secret')</script>");
                case "markup-sent" -> response.sendError(503, "<script>alert('secret')</script>");
                case "split" -> throw new IllegalStateException(SPLIT);
                case "split-sent" -> response.sendError(503, SPLIT);
                case "split-header" -> throw new Splitting();
                default -> response.sendError(404);
            }
        }

        private static void forward(String path, HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getRequestDispatcher(path).forward(request, response);
        }

        private static void catchForward(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try {
                forward("/broken", request, response);
            } catch (RuntimeException expected) {
                response.setContentType("text/plain");
                response.getWriter().write("caught");
            }
        }
    }

    /** Fails on each request. */
    @SuppressWarnings("serial")
    public static final class Broken extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("secret inside");
        }
    }

    /** An exception with a header value that contains a line break. */
    @SuppressWarnings("serial")
    private static final class Splitting extends RuntimeException implements HttpError {
        @Override
        public int status() {
            return 503;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Reason", "full\r\nSet-Cookie: evil=1", "X-Other\r\nSet-Cookie: evil=2", "x");
        }
    }

    /** Responds with leftovers of earlier requests, or with the attributes of this one. */
    @SuppressWarnings("serial")
    public static final class Looking extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/plain");
            response.getWriter()
                    .write(
                            switch (request.getPathInfo()) {
                                case "/sessions" -> SESSIONS.toString();
                                case "/attributes" -> describe(request);
                                default -> LEFTOVERS.getOrDefault(request.getPathInfo(), "");
                            });
        }

        private static String describe(HttpServletRequest request) {
            var type = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE);
            return request.getDispatcherType() + " "
                    + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + " "
                    + request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                            .getClass()
                            .getSimpleName()
                    + " " + (type instanceof Class<?> thrown ? "Class " + thrown.getSimpleName() : "no Class: " + type)
                    + " " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        }
    }

    /** Records the error attributes that are present when a request ends. */
    public static final class Leftovers implements ServletRequestListener {
        @Override
        public void requestInitialized(ServletRequestEvent event) {
            if (((HttpServletRequest) event.getServletRequest()).getRequestURI().equals("/listener-bug")) {
                throw new IllegalStateException("secret inside");
            }
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            var request = (HttpServletRequest) event.getServletRequest();
            var left = Collections.list(request.getAttributeNames()).stream()
                    .filter(name -> name.startsWith("jakarta.servlet.error") || name.startsWith("org.errorpages"))
                    .sorted()
                    .collect(Collectors.joining(" "));
            LEFTOVERS.put(request.getRequestURI(), "left: " + left);
        }
    }

    /** Counts sessions. */
    public static final class Sessions implements HttpSessionListener {
        @Override
        public void sessionCreated(HttpSessionEvent event) {
            SESSIONS.incrementAndGet();
        }
    }
}
