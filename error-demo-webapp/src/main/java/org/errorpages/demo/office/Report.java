package org.errorpages.demo.office;

import java.util.concurrent.CountDownLatch;

/**
 * The sales of one branch, printed as soon as the books of the month are open.
 *
 * @param branch whose sales
 * @param books opens when all reports are ordered
 */
record Report(String branch, CountDownLatch books) implements Runnable {

    @Override
    public void run() {
        try {
            books.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
