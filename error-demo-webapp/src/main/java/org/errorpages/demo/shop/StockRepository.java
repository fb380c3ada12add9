package org.errorpages.demo.shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;

/** Reads the stock from a database with a pool of a single connection. */
public final class StockRepository implements AutoCloseable {

    private static final String USER = "harbour_stock";
    private static final String PASSWORD = "kelp-lantern-4471";
    private static final String SCHEMA =
            "create table book(isbn varchar primary key, shelved int, ordered int) as values ('9780141439600', 3, 5)";

    private final HikariDataSource pool;

    /** Creates a database in memory with one title. */
    public StockRepository() {
        pool = new HikariDataSource(settings());
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        } catch (SQLException e) {
            pool.close();
            throw new OperationFailedException("the stock could not be set up", e);
        }
    }

    private static HikariConfig settings() {
        var settings = new HikariConfig();
        settings.setPoolName("stock");
        settings.setDataSource(database());
        settings.setMaximumPoolSize(1);
        settings.setConnectionTimeout(250);
        settings.setMaxLifetime(0); // the data lives as long as the connection
        return settings;
    }

    private static JdbcDataSource database() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:");
        database.setUser(USER);
        database.setPassword(PASSWORD);
        return database;
    }

    /** Returns the number of copies on the shelves. */
    public int copiesOnShelf() {
        try (var connection = pool.getConnection()) {
            return sum("shelved", connection);
        } catch (SQLException e) {
            throw new OperationFailedException("the shelves could not be counted", e);
        }
    }

    /**
     * Returns the number of ordered copies that are not on the shelves.
     *
     * @throws OperationFailedException always: it holds the only connection of the pool and requests a second
     */
    public int copiesToBuy() {
        try (var orders = pool.getConnection();
                var shelves = pool.getConnection()) {
            return sum("ordered", orders) - sum("shelved", shelves);
        } catch (SQLException e) {
            throw new OperationFailedException("the orders could not be compared with the shelves", e);
        }
    }

    private static int sum(String column, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select sum(" + column + ") from book")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() {
        pool.close();
        // H2 registered its driver for the whole JVM; Tomcat warns about a driver left behind.
        Driver.unload();
    }
}
