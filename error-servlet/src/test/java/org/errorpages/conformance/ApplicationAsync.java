package org.errorpages.conformance;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;

/** An application that responds or fails after its servlet has returned. */
final class ApplicationAsync {

    private static final AtomicInteger COMPLETIONS = new AtomicInteger();

    private ApplicationAsync() {}

    /** Registers the servlets. */
    public static final class Start implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            var context = event.getServletContext();
            servlet(context, Waiting.class, "/async/*").setAsyncSupported(true);
            servlet(context, Starting.class, "/unsupported-servlet");
            servlet(context, StartingBehindAFilter.class, "/unsupported-filter").setAsyncSupported(true);
            // Tomcat enables async support for filters that are registered in code.
            var passingOn = context.addFilter("unsupported", PassingOn.class);
            passingOn.setAsyncSupported(false);
            passingOn.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/unsupported-filter");
        }

        private static ServletRegistration.Dynamic servlet(
                ServletContext context, Class<? extends HttpServlet> type, String path) {
            var servlet = context.addServlet(type.getSimpleName(), type);
            servlet.addMapping(path);
            return servlet;
        }
    }

    /** Starts asynchronous processing and continues as the path selects. */
    @SuppressWarnings("serial")
    public static final class Waiting extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            switch (request.getPathInfo()) {
                case "/timeout" -> start(request, 100);
                case "/timeout-answered" -> start(request, 100).addListener(new Answering());
                case "/timeout-committed" -> {
                    write(response, "half a page");
                    response.flushBuffer();
                    start(request, 100);
                }
                case "/timeout-again" -> startTwice(request);
                case "/dispatch" -> request.startAsync().dispatch("/async/bug");
                case "/bug" -> throw new IllegalStateException("secret inside");
                case "/started-bug" -> {
                    start(request, 8_000).addListener(new Counting());
                    throw new IllegalStateException("secret inside");
                }
                case "/completions" -> write(response, COMPLETIONS.toString());
                case "/send" -> completeLater(request, ApplicationAsync::send);
                case "/thread-bug" -> failInThread(start(request, 500));
                case "/whole" -> completeLater(request, async -> write(async.getResponse(), "whole"));
                case "/listener" -> {
                    start(request, 500);
                    response.getOutputStream().setWriteListener(new Broken());
                }
                default -> response.sendError(404);
            }
        }
    }

    /** Starts asynchronous processing although the servlet doesn't support it. */
    @SuppressWarnings("serial")
    public static class Starting extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            request.startAsync().complete();
        }
    }

    /** Starts asynchronous processing behind a filter that doesn't support it. */
    @SuppressWarnings("serial")
    public static final class StartingBehindAFilter extends Starting {}

    /** A filter without asynchronous support. */
    public static final class PassingOn implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
        }
    }

    private static AsyncContext start(HttpServletRequest request, long timeout) {
        var async = request.startAsync();
        async.setTimeout(timeout);
        return async;
    }

    private static void startTwice(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            start(request, 100);
        } else {
            request.startAsync().dispatch();
        }
    }

    private interface Step {
        void with(AsyncContext async) throws IOException;
    }

    private static void completeLater(HttpServletRequest request, Step step) {
        var async = start(request, 8_000);
        async.start(() -> {
            try {
                step.with(async);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            async.complete();
        });
    }

    private static void send(AsyncContext async) throws IOException {
        ((HttpServletResponse) async.getResponse()).sendError(503, "secret inside");
    }

    private static void failInThread(AsyncContext async) {
        async.start(() -> {
            throw new IllegalStateException("secret inside");
        });
    }

    private static void write(ServletResponse response, String text) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().write(text);
    }

    /** Throws instead of writing. */
    private static final class Broken implements WriteListener {
        @Override
        public void onWritePossible() {
            throw new IllegalStateException("secret inside");
        }

        @Override
        public void onError(Throwable thrown) {}
    }

    private abstract static class Quiet implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) throws IOException {}

        @Override
        public void onTimeout(AsyncEvent event) throws IOException {}

        @Override
        public void onError(AsyncEvent event) throws IOException {}

        @Override
        public void onStartAsync(AsyncEvent event) throws IOException {}
    }

    private static final class Counting extends Quiet {
        @Override
        public void onComplete(AsyncEvent event) {
            COMPLETIONS.incrementAndGet();
        }
    }

    private static final class Answering extends Quiet {
        @Override
        public void onTimeout(AsyncEvent event) throws IOException {
            var async = event.getAsyncContext();
            ((HttpServletResponse) async.getResponse()).setStatus(504);
            write(async.getResponse(), "still working on it");
            async.complete();
        }
    }
}
