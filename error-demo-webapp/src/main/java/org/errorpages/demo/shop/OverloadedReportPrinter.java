package org.errorpages.demo.shop;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Prints reports with a bounded executor, which rejects a third report. */
public final class OverloadedReportPrinter implements AutoCloseable {

    private static final List<String> BRANCHES = List.of("Pier", "Lighthouse", "Fish Market", "Customs House");

    private final ThreadPoolExecutor printer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), new DaemonThreadFactory("report-printer"));

    /**
     * Prints the report of every branch, more than the executor accepts at once.
     *
     * @throws java.util.concurrent.RejectedExecutionException when the queue is full
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

    /** The sales of one branch, which wait until all reports are submitted. */
    private record Report(String branch, CountDownLatch books) implements Runnable {

        @Override
        public void run() {
            try {
                books.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
