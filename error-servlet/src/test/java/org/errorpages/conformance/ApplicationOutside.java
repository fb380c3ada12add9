package org.errorpages.conformance;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application that fails before the filter is called. */
final class ApplicationOutside {

    private ApplicationOutside() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            context.addListener(Meeting.class);
            context.addServlet("refusing", Refusing.class).addMapping("/init");
            context.addServlet("unlinked", Unlinked.class).addMapping("/unlinked/*");
            context.addServlet("unmade", Unmade.class).addMapping("/unmade");
        }
    }

    /** Throws at the start of a request. */
    public static final class Meeting implements ServletRequestListener {
        @Override
        public void requestInitialized(ServletRequestEvent event) {
            if (event.getServletRequest() instanceof HttpServletRequest request
                    && request.getRequestURI().equals("/met")) {
                throw new IllegalStateException("secret of a listener");
            }
        }
    }

    /** A filter in web.xml, above ours. */
    @SuppressWarnings("serial")
    public static final class Above extends HttpFilter {
        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (request.getRequestURI().equals("/above")) {
                throw new IllegalStateException("secret of a filter");
            }
            if (request.getRequestURI().equals("/above-io")) {
                throw new IOException("secret of a filter");
            }
            if (request.getRequestURI().equals("/above-io")) {
                throw new IOException("secret of a filter");
            }
            chain.doFilter(request, response);
        }
    }

    /** A servlet that doesn't start. */
    @SuppressWarnings("serial")
    public static final class Refusing extends HttpServlet {
        @Override
        public void init() throws ServletException {
            throw new ServletException("secret of a servlet");
        }
    }

    /** A servlet that can't be created because the WAR lacks a class. */
    @SuppressWarnings("serial")
    public static final class Unmade extends HttpServlet {
        private final String text = MissingClass.text();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(text);
        }
    }

    /** A servlet that needs a class that the WAR lacks. */
    @SuppressWarnings("serial")
    public static final class Unlinked extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (request.getPathInfo().equals("/by-name")) {
                load();
            }
            response.getWriter().write(MissingClass.text());
        }

        private static void load() throws ServletException {
            try {
                Class.forName("secret.MissingClass");
            } catch (ClassNotFoundException e) {
                throw new ServletException(e);
            }
        }
    }
}
