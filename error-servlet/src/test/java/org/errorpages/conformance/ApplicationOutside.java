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

/** What fails before the filter is reached. */
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

    /** Fails as soon as a request comes in. */
    public static final class Meeting implements ServletRequestListener {
        @Override
        public void requestInitialized(ServletRequestEvent event) {
            if (event.getServletRequest() instanceof HttpServletRequest request
                    && request.getRequestURI().equals("/met")) {
                throw new IllegalStateException("secret of a listener");
            }
        }
    }

    /** A filter of web.xml, above ours. */
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

    /** Does not start. */
    @SuppressWarnings("serial")
    public static final class Refusing extends HttpServlet {
        @Override
        public void init() throws ServletException {
            throw new ServletException("secret of a servlet");
        }
    }

    /** Cannot be made without a class that the WAR does not have. */
    @SuppressWarnings("serial")
    public static final class Unmade extends HttpServlet {
        private final String text = LeftOut.text();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().write(text);
        }
    }

    /** Needs a class that the WAR does not have. */
    @SuppressWarnings("serial")
    public static final class Unlinked extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            if (request.getPathInfo().equals("/by-name")) {
                load();
            }
            response.getWriter().write(LeftOut.text());
        }

        private static void load() throws ServletException {
            try {
                Class.forName("secret.LeftOut");
            } catch (ClassNotFoundException e) {
                throw new ServletException(e);
            }
        }
    }
}
