package org.errorpages.conformance;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that sets many header fields for a body that it doesn't send. */
final class ApplicationHeaders {

    private ApplicationHeaders() {}

    /** Registers the servlet. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            event.getServletContext().addServlet("saying", Saying.class).addMapping("/thrown/*", "/sent/*");
            event.getServletContext().addServlet("counting", Counting.class).addMapping("/trailers-asked-for");
        }
    }

    /** Sets the fields that the second part of the path names, then fails as the first part selects. */
    @SuppressWarnings("serial")
    public static final class Saying extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            say(request, response);
            if (request.getServletPath().equals("/sent")) {
                response.sendError(503, "secret");
            } else {
                throw new IllegalStateException("secret inside");
            }
        }

        private static void say(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/body" -> setBodyFields(response);
                case "/security" -> setOtherFields(response);
                case "/cookies" -> {
                    request.getSession();
                    response.addCookie(new Cookie("theme", "dark"));
                    response.addHeader("Set-Cookie", "tag=1; Path=/");
                    response.addHeader("Set-Cookie", "tag=2; Path=/shop");
                }
                case "/vary" -> {
                    response.addHeader("Vary", "Origin");
                    response.addHeader("Vary", "accept, Cookie");
                }
                case "/latin1" -> {
                    response.setContentType("text/plain;charset=ISO-8859-1");
                    response.getWriter().write("lost \u00e9\u00e8");
                }
                case "/stream" -> {
                    response.setContentType("application/pdf");
                    response.getOutputStream().write(new byte[] {'l', 'o', 's', 't'});
                }
                case "/trailers" -> {
                    response.setHeader("Trailer", "X-Checksum");
                    response.setTrailerFields(Counting::trailers);
                }
                default -> throw new IllegalArgumentException(request.getPathInfo());
            }
        }

        private static void setBodyFields(HttpServletResponse response) {
            response.setContentType("application/zip");
            response.setContentLength(3);
            response.setHeader("Accept-Ranges", "bytes");
            response.setHeader("Content-Disposition", "attachment; filename=\"a.zip\"");
            response.setHeader("Content-Encoding", "gzip");
            response.setHeader("Content-Language", "de");
            response.setHeader("Content-Range", "bytes 0-2/3");
            response.setHeader("ETag", "\"1\"");
            response.setHeader("Cache-Control", "public, max-age=60");
            response.setDateHeader("Expires", 4_000_000_000_000L);
            response.setDateHeader("Last-Modified", 1_000_000_000_000L);
            response.setHeader("Pragma", "cache");
        }

        private static void setOtherFields(HttpServletResponse response) {
            response.setHeader("Access-Control-Allow-Origin", "https://shop.test");
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Content-Security-Policy", "frame-ancestors 'none'");
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
            response.setHeader("X-Request-Id", "r-1");
        }
    }

    /** Counts how often the container requests the trailer fields. */
    @SuppressWarnings("serial")
    public static final class Counting extends HttpServlet {

        private static final AtomicInteger ASKED = new AtomicInteger();

        static Map<String, String> trailers() {
            ASKED.incrementAndGet();
            return Map.of("X-Checksum", "17");
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(ASKED.get());
        }
    }
}
