package org.errorpages.demo.office;

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

final class ReportDeskTest {

    private final ReportDesk desk = new ReportDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void wholeMonthIsMoreThanTheDeskTakes() {
        assertThatThrownBy(desk::printMonth).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void parallelMonthsAreAllRejected() throws Exception {
        Callable<Void> month = () -> {
            desk.printMonth();
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
    void deskWorksAgainAfterTheRush() throws InterruptedException {
        assertThatThrownBy(desk::printMonth).isInstanceOf(RejectedExecutionException.class);
        var printed = new CountDownLatch(1);

        printAsSoonAsThereIsRoom(printed::countDown);

        assertThat(printed.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private void printAsSoonAsThereIsRoom(Runnable report) throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            try {
                desk.print(report);
                return;
            } catch (RejectedExecutionException stillPrinting) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new AssertionError("the desk is still full");
    }
}
