package org.errorpages.demo.slips;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.errorpages.demo.loopback.ClosedPort;
import org.h2.jdbcx.JdbcDataSource;

/** Asks databases in memory for what they refuse. */
final class Ledger {

    private static final String[] SALES = {
        "create table sale(number int constraint sale_number_is_unique unique, title varchar(20) not null)",
        "insert into sale values (1, 'Emma')"
    };
    private static final String SLOW =
            "select sum(a.x * b.x) from system_range(1, 100000) a, system_range(1, 100000) b";

    private Ledger() {}

    static Map<String, Slip> slips() {
        return Map.ofEntries(
                Map.entry("sql-constraint-named", () -> execute("insert into sale values (1, 'Emma')")),
                Map.entry("sql-constraint", Ledger::removeParent),
                Map.entry("sql-column-null", () -> execute("insert into sale values (2, null)")),
                Map.entry("sql-object-missing", () -> execute("select * from refund")),
                Map.entry("sql-statement", () -> execute("selec * from sale")),
                Map.entry("sql-data", () -> execute("insert into sale values ('two', 'Emma')")),
                Map.entry("sql-cancelled", () -> execute("set query_timeout 100", SLOW)),
                Map.entry("sql-login", Ledger::logInWithWrongPassword),
                Map.entry("driver-missing", Ledger::askForADriver),
                Map.entry("refused-at", Ledger::callClosedPort),
                Map.entry("lock-timeout", Ledger::waitForLock),
                Map.entry("sql-conflict", new Deadlock()));
    }

    /** Deleting a section would give its books the default section, and there is none. */
    private static void removeParent() throws SQLException {
        execute(
                "create table section(id int primary key)",
                "create table book(section int not null references section on delete set default)",
                "insert into section values (1)",
                "insert into book values (1)",
                "delete from section");
    }

    private static void logInWithWrongPassword() throws SQLException {
        var url = memory();
        try (var owner = login(url, "owner", "kelp-lantern")) {
            login(url, owner.getMetaData().getUserName(), "kelp").close();
        }
    }

    private static void askForADriver() throws SQLException {
        DriverManager.getConnection("jdbc:harbour:ledger").close();
    }

    private static void callClosedPort() throws Exception {
        try (var port = new ClosedPort()) {
            open("jdbc:h2:tcp://127.0.0.1:" + port.port() + "/mem:ledger").close();
        }
    }

    private static void waitForLock() throws SQLException {
        var url = memory() + ";LOCK_TIMEOUT=100";
        try (var first = sales(url);
                var second = open(url)) {
            first.setAutoCommit(false);
            execute(first, "update sale set title = 'Emma, used'");
            execute(second, "update sale set title = 'Emma, signed'");
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (var connection = sales(memory())) {
            execute(connection, statements);
        }
    }

    /** Opens a database with one sale. */
    static Connection sales(String url) throws SQLException {
        var connection = open(url);
        execute(connection, SALES);
        return connection;
    }

    static Connection open(String url) throws SQLException {
        return login(url, "", "");
    }

    private static Connection login(String url, String user, String password) throws SQLException {
        return database(url).getConnection(user, password);
    }

    /** Returns what asks H2 itself: Tomcat's DriverManager does not see the drivers of an application. */
    static JdbcDataSource database(String url) {
        var database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the address of a new database, which is gone with its last connection. */
    static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID();
    }
}
