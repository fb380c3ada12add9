package org.errorpages.demo.lessons;

/** Things that people hand on to each other. */
final class Errand {

    private Errand() {}

    static void waitForEachOther() {
        var printer = new IllegalStateException("the printer waits for the binder");
        var binder = new IllegalStateException("the binder waits for the printer", printer);
        printer.initCause(binder);
        throw printer;
    }

    static void passThroughLayers() {
        try {
            askOffice();
        } catch (RuntimeException e) {
            throw new RuntimeException(e);
        }
    }

    private static void askOffice() {
        try {
            askStoreroom();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void askStoreroom() {
        try {
            fetch();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void fetch() {
        throw new UnsupportedOperationException("the storeroom is locked on Sundays");
    }
}
