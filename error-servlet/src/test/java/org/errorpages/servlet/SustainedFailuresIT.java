package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.FileHandler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a minute in which clients cause failures as fast as possible. */
@Tag("thorough")
final class SustainedFailuresIT {

    private static final Duration LENGTH = Duration.ofMinutes(1);
    private static final int CLIENTS = 8;
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private final Logger logger = Logger.getLogger("org.errorpages.incident");
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /** Throws an exception with one of a thousand messages. */
    @SuppressWarnings("serial")
    public static final class Shop extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            throw new IllegalStateException("no order " + request.getQueryString());
        }
    }

    @BeforeEach
    void open() throws Exception {
        var log = new FileHandler(folder.resolve("shop.log").toString());
        log.setFormatter(new SimpleFormatter());
        logger.addHandler(log);
        logger.setUseParentHandlers(false);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        var context = new ServletContextHandler("/");
        context.addServlet(Shop.class, "/shop");
        context.addServletContainerInitializer(
                new ErrorPagesInitializer(ErrorPages.of(ErrorPagesConfig.from(Map.of("siteName", "Harbour Books")))));
        server.setHandler(context);
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        closeLog();
        logger.setUseParentHandlers(true);
    }

    private void closeLog() {
        for (var handler : logger.getHandlers()) {
            logger.removeHandler(handler);
            handler.close();
        }
    }

    @Test
    void memoryStaysFlatTheLogStaysShortAndContainsEveryIncident() throws Exception {
        try (var first = new FailureClient(connector.getLocalPort(), 0)) {
            first.send();
        }
        long before = heap();

        var results = sendFailures();
        long grown = heap() - before;
        closeLog();
        var log = folder.resolve("shop.log");
        System.out.printf(
                "%d failures in %d s: heap %+.1f MB, log %.2f MB%n",
                results.responses(),
                LENGTH.toSeconds(),
                (double) grown / MEGABYTE,
                (double) Files.size(log) / MEGABYTE);

        assertThat(results.responses()).isGreaterThan(10_000);
        assertThat(results.wrong()).isEmpty();
        assertThat(grown).isLessThanOrEqualTo(5 * MEGABYTE);
        assertThat(Files.size(log)).isLessThanOrEqualTo(5 * MEGABYTE);
        var loggedIds = loggedIds(log);
        var ids = ids();
        assertThat(ids.size()).isGreaterThan(1_000);
        assertThat(ids).allMatch(id -> loggedIds.contains(id) || loggedIds.contains(id.substring(0, 9) + "-*"));
    }

    /** The number of responses and the wrong ones. */
    private record Results(long responses, List<String> wrong) {}

    private Results sendFailures() throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var end = Instant.now().plus(LENGTH);
            var futures = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> clients.submit(client(i, end)))
                    .toList();
            long responses = 0;
            var wrong = new ArrayList<String>();
            for (var future : futures) {
                var client = future.get();
                responses += client.responses();
                wrong.addAll(client.wrong());
            }
            return new Results(responses, wrong);
        } finally {
            clients.shutdownNow();
        }
    }

    private Callable<FailureClient> client(int number, Instant end) {
        return () -> {
            try (var client = new FailureClient(connector.getLocalPort(), number);
                    var ids = Files.newBufferedWriter(ids(number))) {
                client.sendUntil(end, ids);
                return client;
            }
        };
    }

    /** Returns the incident id of each tenth response. */
    private List<String> ids() throws IOException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++) {
            ids.addAll(Files.readAllLines(ids(i)));
        }
        return ids;
    }

    /** A file, because the heap is measured. */
    private Path ids(int client) {
        return folder.resolve("ids." + client);
    }

    private static Set<String> loggedIds(Path log) throws IOException {
        var loggedIds = new HashSet<String>();
        for (var line : Files.readAllLines(log)) {
            for (var word : line.split(" ", -1)) {
                loggedIds.add(word);
            }
        }
        return loggedIds;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
