package org.errorpages.demo.lessons;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** Enters what came in one batch, and some of it twice: the database tells of each in an exception of its own. */
final class DeliveryNote {

    private static final int[] NUMBERS = {1, 2, 1, 2};

    private DeliveryNote() {}

    static void enterTwice() throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table delivery(number int primary key)");
            for (int number : NUMBERS) {
                statement.addBatch("insert into delivery values (" + number + ")");
            }
            statement.executeBatch();
        }
    }
}
