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
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** An application that fails for every method. */
final class ApplicationMethods {

    private static final Map<String, String> LEFT = new ConcurrentHashMap<>();

    private ApplicationMethods() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addServlet("methods", Failing.class).addMapping("/methods/*");
            context.addServlet("methods-page", Page.class).addMapping("/methods-page");
            context.addServlet("methods-left", Left.class).addMapping("/methods-left");
            context.addListener(Watching.class);
        }
    }

    /** Fails as the path selects. */
    @SuppressWarnings("serial")
    public static final class Failing extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/throw" -> throw new IllegalStateException("secret inside");
                case "/full" -> throw new ArrayStoreException("secret inside");
                case "/send" -> response.sendError(503, "secret inside");
                case "/send507" -> response.sendError(507, "secret inside");
                default -> response.getWriter().write("ok");
            }
        }
    }

    /** The application's page for 507, which supports GET only. */
    @SuppressWarnings("serial")
    public static final class Page extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter()
                    .write("own page " + request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) + ": "
                            + request.getMethod() + " after " + request.getAttribute("jakarta.servlet.error.method"));
        }
    }

    /** Records the error attributes that are present when a request ends. */
    public static final class Watching implements ServletRequestListener {
        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            var request = (HttpServletRequest) event.getServletRequest();
            var left = Collections.list(request.getAttributeNames()).stream()
                    .filter(name -> name.startsWith("jakarta.servlet.error.") || name.startsWith("org.errorpages."))
                    .sorted()
                    .collect(Collectors.joining(" "));
            LEFT.put(request.getMethod() + " " + request.getRequestURI(), "left: " + left);
        }
    }

    /** Responds with the record of the request that the query names, or with 404 if it doesn't exist yet. */
    @SuppressWarnings("serial")
    public static final class Left extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var left = LEFT.get(request.getParameter("of"));
            response.setStatus(left == null ? 404 : 200);
            response.getWriter().write(String.valueOf(left));
        }
    }
}
