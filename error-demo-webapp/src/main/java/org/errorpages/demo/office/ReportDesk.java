package org.errorpages.demo.office;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.errorpages.demo.threads.DaemonThreads;

/** Prints reports: one at a time, and one more may wait. */
public final class ReportDesk implements AutoCloseable {

    private static final List<String> BRANCHES = List.of("Pier", "Lighthouse", "Fish Market", "Customs House");

    private final ThreadPoolExecutor printer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new DaemonThreads("report-printer"));

    /**
     * Prints the report of every branch, which are more than the desk can take at once.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the desk is full
     */
    public void printMonth() {
        var books = new CountDownLatch(1);
        try {
            for (var branch : BRANCHES) {
                print(new Report(branch, books));
            }
        } finally {
            books.countDown();
        }
    }

    void print(Runnable report) {
        printer.execute(report);
    }

    @Override
    public void close() {
        printer.shutdownNow();
    }
}
