package org.errorpages;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.errorpages.http.RequestSnapshot;

/**
 * Renders the error page of Jetty with causes and stacks, for a request that no handler completes.
 *
 * <p>Jetty truncates pages of more than 8,192 bytes.
 */
final class JettyPage {

    private final ErrorHandler handler = new ErrorHandler();
    private final Request request;
    private final Response response;

    JettyPage(Throwable thrown, RequestSnapshot facts) {
        handler.setShowStacks(true);
        handler.setShowCauses(true);
        var waiting = new PendingHandler();
        var server = serverWithDaemonThreads();
        var connector = new LocalConnector(server);
        server.addConnector(connector);
        server.setHandler(waiting);
        try {
            server.start();
            connector.executeRequest(head(facts));
            response = waiting.pending.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        request = response.getRequest();
        request.setAttribute(ErrorHandler.ERROR_EXCEPTION, thrown);
        response.setStatus(500);
    }

    private static Server serverWithDaemonThreads() {
        var threads = new QueuedThreadPool();
        threads.setDaemon(true);
        return new Server(threads, new ScheduledExecutorScheduler("jetty", true), null);
    }

    private static String head(RequestSnapshot facts) {
        return facts.headers().all().entrySet().stream()
                .map(field -> field.getKey() + ": " + String.join(", ", field.getValue()) + "\r\n")
                .collect(Collectors.joining("", facts.method() + " " + facts.path() + " HTTP/1.1\r\n", "\r\n"));
    }

    byte[] get() {
        try {
            var kept = new CollectedResponse(response);
            handler.handle(request, kept, Callback.NOOP);
            return kept.body;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never completes the request, so that it stays unchanged. */
    private static final class PendingHandler extends Handler.Abstract {

        private final CompletableFuture<Response> pending = new CompletableFuture<>();

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return pending.complete(response);
        }
    }

    /** Collects the content. */
    private static final class CollectedResponse extends Response.Wrapper {

        private byte[] body = {};

        CollectedResponse(Response response) {
            super(response.getRequest(), response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            body = BufferUtil.toArray(content);
            callback.succeeded();
        }
    }
}
