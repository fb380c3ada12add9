package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that loses the connection to its client or its database. */
final class ApplicationDisconnect {

    private ApplicationDisconnect() {}

    /** Registers the servlet. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var servlet = event.getServletContext().addServlet("losing", Losing.class);
            servlet.setAsyncSupported(true);
            servlet.addMapping("/losing/*");
        }
    }

    /** Loses the connection that the path selects. */
    @SuppressWarnings("serial")
    public static final class Losing extends HttpServlet {

        private static final AtomicInteger LOST = new AtomicInteger();

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/client" -> sendUntilTheClientDisconnects(response);
                case "/forwarded" -> throw new IllegalCallerException("shown by a page that we forward to");
                case "/clients" -> response.getWriter().print(LOST.get());
                case "/stream" -> throw new EOFException("unexpected end of the stream from the database: secret");
                case "/database" ->
                    throw new IllegalStateException(
                            "secret query", new SQLException("no answer", new EOFException("secret")));
                default ->
                    throw new IllegalStateException(
                            "secret query", new SQLException("no answer", new SocketException("Broken pipe")));
            }
        }

        private static void sendUntilTheClientDisconnects(HttpServletResponse response) throws IOException {
            try {
                for (int i = 0; i < 100_000; i++) {
                    response.getOutputStream().write(new byte[10_000]);
                }
            } finally {
                LOST.incrementAndGet();
            }
        }
    }
}
