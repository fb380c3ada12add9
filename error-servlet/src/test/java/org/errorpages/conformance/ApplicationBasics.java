package org.errorpages.conformance;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import org.errorpages.status.UpstreamException;

/** An application that throws exceptions behind the filter. */
final class ApplicationBasics {

    private ApplicationBasics() {}

    /** Registers the servlet and the filter. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addServlet("throwing", Throwing.class).addMapping("/throw/*");
            context.addFilter("below", Below.class)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/below");
        }
    }

    /** A filter that throws before the servlet is called. */
    @SuppressWarnings("serial")
    public static final class Below extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
            throw new IllegalStateException("secret of a filter");
        }
    }

    /** Throws the exception that the path selects. */
    @SuppressWarnings("serial")
    public static final class Throwing extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo()) {
                case "/runtime" -> throw new IllegalArgumentException("secret");
                case "/cause" -> throw new ServletException("secret", new SQLException("secret"));
                case "/nested" ->
                    throw new ServletException(new ServletException("secret", new IllegalStateException("secret")));
                case "/null-cause" -> throw new ServletException("secret", null);
                case "/cycle" -> throw new ServletException("secret", cycle());
                case "/io" -> throw new IOException("secret");
                case "/assertion" -> throw new AssertionError("secret");
                case "/overflow" -> overflow(0);
                case "/memory" -> throw new OutOfMemoryError("secret");
                case "/sneaky" -> ApplicationBasics.<RuntimeException>sneak(new Checked("secret"));
                case "/late" -> throw new SocketTimeoutException("secret");
                case "/upstream-late" -> throw new UpstreamException("secret", new SocketTimeoutException("secret"));
                case "/pool" -> throw new ServletException(new SQLTransientConnectionException("secret"));
                default -> super.doGet(request, response);
            }
        }
    }

    /** A checked exception that no method declares. */
    @SuppressWarnings("serial")
    public static final class Checked extends Exception {
        Checked(String message) {
            super(message);
        }
    }

    private static Throwable cycle() {
        var inner = new IllegalStateException("secret");
        var outer = new IllegalArgumentException("secret", inner);
        inner.initCause(outer);
        return outer;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int overflow(int depth) {
        return overflow(depth + 1) + 1;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
