package org.errorpages.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OverloadedReportPrinterTest {

    private final OverloadedReportPrinter printer = new OverloadedReportPrinter();

    @AfterEach
    void close() {
        printer.close();
    }

    @Test
    void aWholeMonthExceedsTheQueue() {
        assertThatThrownBy(printer::printMonth).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void parallelMonthsAreAllRejected() throws Exception {
        Callable<Void> month = () -> {
            printer.printMonth();
            return null;
        };
        var threads = Executors.newFixedThreadPool(8);
        var months = threads.invokeAll(Collections.nCopies(8, month));
        threads.shutdown();

        for (var one : months) {
            assertThatThrownBy(one::get).hasCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void thePrinterWorksAgainAfterRejections() throws InterruptedException {
        assertThatThrownBy(printer::printMonth).isInstanceOf(RejectedExecutionException.class);
        var printed = new CountDownLatch(1);

        printAsSoonAsTheQueueHasSpace(printed::countDown);

        assertThat(printed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void printAsSoonAsTheQueueHasSpace(Runnable report) throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            try {
                printer.print(report);
                return;
            } catch (RejectedExecutionException stillPrinting) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("the queue is still full");
    }
}
