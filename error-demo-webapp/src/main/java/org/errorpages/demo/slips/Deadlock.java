package org.errorpages.demo.slips;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.errorpages.demo.threads.DaemonThreads;

/** Two clerks who each keep what the other one waits for. */
final class Deadlock implements Slip {

    private static final int PATIENCE_SECONDS = 5;

    @Override
    public void make() throws Exception {
        var url = Ledger.memory() + ";LOCK_TIMEOUT=5000";
        var bothKeepOne = new CyclicBarrier(2);
        var clerk = Executors.newSingleThreadExecutor(new DaemonThreads("second-clerk"));
        try (var first = Ledger.sales(url);
                var second = Ledger.open(url)) {
            Ledger.execute(first, "insert into sale values (2, 'Persuasion')");
            var other = clerk.submit(() -> updateBoth(second, 2, 1, bothKeepOne));
            updateBoth(first, 1, 2, bothKeepOne);
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException refused ? refused : e;
        } finally {
            clerk.shutdownNow();
        }
    }

    private static boolean updateBoth(Connection connection, int one, int other, CyclicBarrier bothKeepOne)
            throws Exception {
        connection.setAutoCommit(false);
        try {
            update(connection, one);
            bothKeepOne.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            update(connection, other);
            connection.commit();
            return true;
        } finally {
            connection.rollback();
        }
    }

    private static void update(Connection connection, int number) throws SQLException {
        Ledger.execute(connection, "update sale set title = 'sold' where number = " + number);
    }
}
