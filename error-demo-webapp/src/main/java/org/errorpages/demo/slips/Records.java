package org.errorpages.demo.slips;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.Map;
import org.errorpages.demo.editions.AbsentLibrary;

/** What no shop has for the asking, or should not try: thrown as it was recorded elsewhere. */
final class Records {

    private static final String NO_THREAD =
            "unable to create native thread: possibly out of memory or process/resource limits reached";
    private static final String NO_DIRECT_MEMORY =
            "Cannot reserve 1048576 bytes of direct buffer memory (allocated: 67108864, limit: 67108864)";
    private static final String NO_SETTING =
            "Could not resolve placeholder 'harbour.books.owner' in value \"${harbour.books.owner}\"";
    private static final String NO_IDLE_CONNECTION =
            "Cannot get a connection, pool error Timeout waiting for idle object";
    private static final String NO_MORE_CLIENTS = "FATAL: sorry, too many clients already";
    private static final String NOBODY_AT_PORT =
            "Connection to ledger:5432 refused. Check that the hostname and port are correct";
    private static final String NO_SESSION =
            "could not initialize proxy [org.harbourbooks.Author#7] - the owning Session was closed";

    private interface Recorded extends Slip {

        Throwable exception() throws ReflectiveOperationException;

        @Override
        default void make() throws Throwable {
            throw exception();
        }
    }

    private Records() {}

    static Map<String, Slip> slips() {
        return Map.ofEntries(
                entry("heap-full", () -> new OutOfMemoryError("Java heap space")),
                entry("metaspace-full", () -> new OutOfMemoryError("Metaspace")),
                entry("no-thread", () -> new OutOfMemoryError(NO_THREAD)),
                entry("direct-memory-full", () -> new OutOfMemoryError(NO_DIRECT_MEMORY)),
                entry("recursion-somewhere", StackOverflowError::new),
                entry("trace-omitted", Records::withoutTrace),
                entry("too-many-files", () -> new IOException("Too many open files")),
                entry("disk-full", () -> new IOException("No space left on device")),
                entry("file-denied", () -> new AccessDeniedException("/etc/harbour-books/prices.csv")),
                entry("port-forbidden", () -> new BindException("Permission denied")),
                entry("setting-missing", () -> new IllegalArgumentException(NO_SETTING)),
                entry("refused-service", Records::refusedByPostgres),
                entry("pool-exhausted-somewhere", () -> new SQLException(NO_IDLE_CONNECTION)),
                entry("sql-connection", () -> new SQLException("This connection has been closed.", "08003")),
                entry("sql-resources", () -> new SQLException(NO_MORE_CLIENTS, "53300")),
                entry("changed-meanwhile", Records::changedMeanwhile),
                entry("lazy-after-session", Records::lazyAfterSession));
    }

    private static Map.Entry<String, Slip> entry(String name, Recorded slip) {
        return Map.entry(name, slip);
    }

    private static Throwable withoutTrace() {
        var thrown = new NullPointerException();
        thrown.setStackTrace(new StackTraceElement[0]);
        return thrown;
    }

    private static Throwable refusedByPostgres() {
        return new SQLException(NOBODY_AT_PORT, "08001", new ConnectException("Connection refused"));
    }

    private static Throwable changedMeanwhile() throws ReflectiveOperationException {
        return AbsentLibrary.exception(
                "jakarta.persistence.OptimisticLockException", "Row was updated by another transaction");
    }

    private static Throwable lazyAfterSession() throws ReflectiveOperationException {
        return AbsentLibrary.exception("org.hibernate.LazyInitializationException", NO_SESSION);
    }
}
