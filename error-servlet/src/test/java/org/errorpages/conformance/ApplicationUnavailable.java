package org.errorpages.conformance;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;

/** An application that throws UnavailableException (Servlet 6.0, section 2.3.3.2). */
final class ApplicationUnavailable {

    private ApplicationUnavailable() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addServlet("for-a-while", ForAWhile.class).addMapping("/for-a-while");
            context.addServlet("for-ever", ForEver.class).addMapping("/for-ever");
            context.addServlet("behind", Answering.class).addMapping("/behind-filter");
            context.addFilter("closed", Closed.class)
                    .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/behind-filter");
        }
    }

    /** A servlet that is unavailable for some seconds. */
    @SuppressWarnings("serial")
    public static final class ForAWhile extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            throw new UnavailableException("secret inside", 70);
        }
    }

    /** A servlet that is unavailable permanently. */
    @SuppressWarnings("serial")
    public static final class ForEver extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            throw new UnavailableException("secret inside");
        }
    }

    /** A servlet that works. */
    @SuppressWarnings("serial")
    public static final class Answering extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(204);
        }
    }

    /** A filter that is unavailable. */
    public static final class Closed implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws ServletException {
            throw new UnavailableException("secret inside", 70);
        }
    }
}
