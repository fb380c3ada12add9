package org.errorpages.demo.slips;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.errorpages.demo.threads.DaemonThreads;

/** Asks pools for more than they have. */
final class Queues {

    private Queues() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "executor-full", () -> pack(3),
                "executor-stopped", Queues::packAfterwards,
                "pool-exhausted", Queues::borrowTwice);
    }

    /** One clerk, one place to wait. */
    private static void pack(int parcels) {
        var clerks = clerks();
        var evening = new CountDownLatch(1);
        try {
            for (int i = 0; i < parcels; i++) {
                clerks.execute(() -> packUntil(evening));
            }
        } finally {
            clerks.shutdownNow();
        }
    }

    private static void packUntil(CountDownLatch evening) {
        try {
            evening.await();
        } catch (InterruptedException goingHome) {
            Thread.currentThread().interrupt();
        }
    }

    private static void packAfterwards() {
        var clerks = clerks();
        clerks.shutdown();
        clerks.execute(() -> {});
    }

    private static ThreadPoolExecutor clerks() {
        return new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new DaemonThreads("packing-clerk"));
    }

    private static void borrowTwice() throws SQLException {
        var settings = new HikariConfig();
        settings.setPoolName("ledger");
        settings.setDataSource(Ledger.database(Ledger.memory()));
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(250);
        try (var pool = new HikariDataSource(settings);
                var first = pool.getConnection()) {
            first.setReadOnly(true);
            pool.getConnection().close();
        }
    }
}
