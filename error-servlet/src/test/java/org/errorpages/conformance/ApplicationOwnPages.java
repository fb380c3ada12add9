package org.errorpages.conformance;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.errorpages.incident.Incident;

/** An application with error pages. */
final class ApplicationOwnPages {

    private ApplicationOwnPages() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            var shop = context.addServlet("shop", Shop.class);
            shop.setAsyncSupported(true);
            shop.addMapping("/shop/*");
            context.addServlet("own", Page.class).addMapping("/own/*");
            context.addServlet("broken", Broken.class).addMapping("/broken");
        }
    }

    /** Fails as the end of the path selects; below {@code /async} in an asynchronous dispatch. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            var path = request.getPathInfo();
            if (path.contains("/async/") && request.getDispatcherType() != DispatcherType.ASYNC) {
                AsyncContext async = request.startAsync();
                async.dispatch(request.getServletPath() + path);
                return;
            }
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "state" -> throw new IllegalStateException("secret inside");
                case "wrapped" -> throw new ServletException(new IllegalStateException("secret inside"));
                case "timeout" -> throw new ServletException(new TimeoutException("secret inside"));
                case "rejected" -> throw new RejectedExecutionException("secret inside");
                case "missing" -> throw new FileNotFoundException("secret inside");
                case "socket" -> throw new SocketException("secret inside");
                case "number" -> throw new NumberFormatException("secret inside");
                case "static" -> throw new UnsupportedOperationException("secret inside");
                case "static504" -> throw new ArrayStoreException("secret inside");
                case "broken500" -> throw new ArithmeticException("secret inside");
                case "broken504" -> throw new NegativeArraySizeException("secret inside");
                case "broken507" -> throw new IllegalMonitorStateException("secret inside");
                case "send" -> response.sendError(Integer.parseInt(request.getQueryString()), "secret inside");
                default -> response.getWriter().write("ok");
            }
        }
    }

    /** Responds with the error attributes; supports GET only. */
    @SuppressWarnings("serial")
    public static final class Page extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            var type = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE);
            var incident = request.getAttribute("org.errorpages.incident");
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(
                            """
                            own%s
                            status: %s
                            thrown: %s
                            type: %s
                            path: %s
                            servlet: %s
                            incident: %s
                            """
                                    .formatted(
                                            request.getPathInfo(),
                                            request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE),
                                            thrown instanceof Throwable
                                                    ? thrown.getClass().getSimpleName()
                                                    : thrown,
                                            type instanceof Class<?> known ? known.getSimpleName() : type,
                                            request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                                            request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME),
                                            incident instanceof Incident known ? known.id() : null));
        }
    }

    /** An error page that fails. */
    @SuppressWarnings("serial")
    public static final class Broken extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write("half a page");
            throw new IllegalArgumentException("secret of the page");
        }
    }
}
