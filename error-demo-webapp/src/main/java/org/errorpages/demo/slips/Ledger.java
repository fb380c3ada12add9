package org.errorpages.demo.slips;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;

/** Writes into a database in memory what it refuses. */
final class Ledger {

    private Ledger() {}

    static void enterTwice() throws SQLException {
        execute(
                "create table sale(number int constraint sale_number_is_unique unique)",
                "insert into sale values (1)",
                "insert into sale values (1)");
    }

    static void readMissingTable() throws SQLException {
        execute("select * from refund");
    }

    private static void execute(String... statements) throws SQLException {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
