package org.errorpages.evidence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.commons.dbcp2.BasicDataSource;
import org.errorpages.evidence.Evidence.Provocation;
import org.h2.tools.Server;

/** Provides exceptions of H2 and two connection pools: never 502 or 504, never the fault of the client. */
final class DatabaseEvidence {

    private static final int SHORT = 300;

    private DatabaseEvidence() {}

    static List<Evidence> all() {
        return List.of(
                new Evidence("HikariCP: all connections are in use", unavailable(2), DatabaseEvidence::exhaustedHikari),
                new Evidence(
                        "HikariCP: no server at start", Expected.status(503), DatabaseEvidence::hikariWithoutServer),
                new Evidence("DBCP2: all connections are in use", unavailable(2), DatabaseEvidence::exhaustedDbcp),
                new Evidence("DBCP2: no server", Expected.status(503), DatabaseEvidence::dbcpWithoutServer),
                new Evidence("H2: no server", Expected.status(503), DatabaseEvidence::noServer),
                new Evidence("H2: server is killed", Expected.status(503), DatabaseEvidence::killedServer),
                new Evidence("H2: wrong password", Expected.status(500), DatabaseEvidence::wrongPassword),
                new Evidence("H2: lock timeout", Expected.status(503), DatabaseEvidence::lockTimeout),
                new Evidence("H2: deadlock", unavailable(1), Deadlock::provoke),
                new Evidence("H2: query timeout", Expected.status(503), DatabaseEvidence::queryTimeout),
                new Evidence("H2: syntax error", Expected.status(500), failing("SELEC 1")),
                new Evidence("H2: unknown table", Expected.status(500), failing("SELECT * FROM nothing")),
                new Evidence("H2: duplicate key", Expected.status(500), failing("INSERT INTO item VALUES (1, 0)")),
                new Evidence(
                        "H2: value does not fit", Expected.status(500), failing("INSERT INTO item VALUES ('x', 0)")));
    }

    private static Expected unavailable(int retryAfter) {
        return Expected.status(503).retryAfter(retryAfter);
    }

    private static void exhaustedHikari() throws SQLException {
        var config = new HikariConfig();
        config.setJdbcUrl(memory());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(SHORT);
        try (var pool = new HikariDataSource(config);
                var first = pool.getConnection();
                var second = pool.getConnection()) {
            throw new AssertionError(first + " and " + second);
        }
    }

    private static void hikariWithoutServer() throws Exception {
        try (var port = new ClosedPort()) {
            var config = new HikariConfig();
            config.setJdbcUrl(tcp(port.port()));
            config.setConnectionTimeout(SHORT);
            new HikariDataSource(config).close();
        }
    }

    private static void exhaustedDbcp() throws SQLException {
        try (var pool = dbcp(memory());
                var first = pool.getConnection();
                var second = pool.getConnection()) {
            throw new AssertionError(first + " and " + second);
        }
    }

    private static void dbcpWithoutServer() throws Exception {
        try (var port = new ClosedPort();
                var pool = dbcp(tcp(port.port()));
                var connection = pool.getConnection()) {
            throw new AssertionError(connection);
        }
    }

    private static BasicDataSource dbcp(String url) {
        var pool = new BasicDataSource();
        pool.setUrl(url);
        pool.setMaxTotal(1);
        pool.setMaxWait(Duration.ofMillis(SHORT));
        return pool;
    }

    private static void noServer() throws Exception {
        try (var port = new ClosedPort();
                var connection = DriverManager.getConnection(tcp(port.port()))) {
            throw new AssertionError(connection);
        }
    }

    private static void killedServer() throws Exception {
        var server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        try (var connection = DriverManager.getConnection(tcp(server.getPort()))) {
            server.stop();
            execute(connection, "SELECT 1");
        }
    }

    private static void wrongPassword() throws SQLException {
        var url = memory();
        try (var owner = DriverManager.getConnection(url, "owner", "right");
                var intruder = DriverManager.getConnection(url, "owner", "wrong")) {
            throw new AssertionError(owner + " and " + intruder);
        }
    }

    private static void lockTimeout() throws SQLException {
        var url = memory() + ";LOCK_TIMEOUT=" + SHORT;
        try (var first = items(url);
                var second = DriverManager.getConnection(url)) {
            first.setAutoCommit(false);
            execute(first, "UPDATE item SET stock = 1 WHERE id = 1");
            execute(second, "UPDATE item SET stock = 2 WHERE id = 1");
        }
    }

    private static void queryTimeout() throws SQLException {
        try (var connection = DriverManager.getConnection(memory());
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            statement.execute("SELECT SUM(a.x * b.x) FROM SYSTEM_RANGE(1, 100000) a, SYSTEM_RANGE(1, 100000) b");
        }
    }

    /** Returns a provocation that runs a statement on a database with two rows. */
    static Provocation failing(String sql) {
        return () -> {
            try (var connection = items(memory())) {
                execute(connection, sql);
            }
        };
    }

    /** Opens a database with two rows. */
    static Connection items(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        execute(connection, "CREATE TABLE item (id INT PRIMARY KEY, stock INT)");
        execute(connection, "INSERT INTO item VALUES (1, 7), (2, 7)");
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the URL of a new in-memory database. */
    static String memory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=0";
    }

    private static String tcp(int port) {
        return "jdbc:h2:tcp://127.0.0.1:" + port + "/mem:evidence";
    }
}
