package org.errorpages.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Creates a deadlock of two transactions. */
final class Deadlock {

    private Deadlock() {}

    static void provoke() throws Exception {
        var url = DatabaseEvidence.memory() + ";LOCK_TIMEOUT=10000";
        var bothHaveOne = new CyclicBarrier(2);
        try (var left = DatabaseEvidence.items(url);
                var right = DriverManager.getConnection(url)) {
            var other = CompletableFuture.runAsync(() -> updateBoth(right, 2, 1, bothHaveOne));
            try {
                updateBoth(left, 1, 2, bothHaveOne);
            } finally {
                other.get(30, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        } catch (Rejected e) {
            throw e.reason;
        }
    }

    private static SQLException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Rejected rejected) {
            return rejected.reason;
        }
        throw new AssertionError(e);
    }

    private static void updateBoth(Connection connection, int one, int other, CyclicBarrier bothHaveOne) {
        try {
            connection.setAutoCommit(false);
            update(connection, one);
            bothHaveOne.await(10, TimeUnit.SECONDS);
            update(connection, other);
            connection.commit();
        } catch (SQLException e) {
            throw rolledBack(connection, e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Rejected rolledBack(Connection connection, SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
        return new Rejected(reason);
    }

    private static void update(Connection connection, int id) throws SQLException {
        DatabaseEvidence.execute(connection, "UPDATE item SET stock = stock - 1 WHERE id = " + id);
    }

    /** Carries the exception out of the other thread. */
    @SuppressWarnings("serial")
    private static final class Rejected extends RuntimeException {

        private final transient SQLException reason;

        Rejected(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
