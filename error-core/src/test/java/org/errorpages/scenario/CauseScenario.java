package org.errorpages.scenario;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Causes of unusual shape. */
final class CauseScenario {

    private static final int[] NUMBERS = {1, 2, 1, 2};

    private CauseScenario() {}

    static void causeEachOther() {
        var printer = new IllegalStateException("the printer waits for the binder");
        var binder = new IllegalStateException("the binder waits for the printer", printer);
        printer.initCause(binder);
        throw printer;
    }

    static void wrapThreeTimes() {
        try {
            wrapTwice();
        } catch (RuntimeException e) {
            throw new RuntimeException(e);
        }
    }

    private static void wrapTwice() {
        try {
            wrap();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void wrap() {
        try {
            fetch();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void fetch() {
        throw new UnsupportedOperationException("the storeroom is locked on Sundays");
    }

    /** A batch update links its exceptions as next exceptions, not as causes. */
    static void insertDuplicates() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:mem:");
                var statement = connection.createStatement()) {
            statement.execute("create table delivery(number int primary key)");
            for (int number : NUMBERS) {
                statement.addBatch("insert into delivery values (" + number + ")");
            }
            statement.executeBatch();
        }
    }
}
