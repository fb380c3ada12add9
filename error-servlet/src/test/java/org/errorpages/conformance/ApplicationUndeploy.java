package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An application that publishes its class loader without a strong reference. */
final class ApplicationUndeploy {

    private ApplicationUndeploy() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().addServlet("failing", Failing.class).addMapping("/fail/*");
            var loader = new WeakReference<>(Start.class.getClassLoader());
            Logger.getLogger("conformance.loader").log(Level.INFO, "loader", loader);
        }
    }

    /** Fails as the path selects. */
    @SuppressWarnings("serial")
    public static final class Failing extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/bug" -> throw new OfTheApplication();
                case "/send" -> response.sendError(503);
                default -> {
                    response.getWriter().write("half a page");
                    response.flushBuffer();
                    throw new OfTheApplication();
                }
            }
        }
    }

    /** A class of the application that must not be retained. */
    @SuppressWarnings("serial")
    private static final class OfTheApplication extends IllegalStateException {
        OfTheApplication() {
            super("secret inside", new IOException("deep"));
        }
    }
}
