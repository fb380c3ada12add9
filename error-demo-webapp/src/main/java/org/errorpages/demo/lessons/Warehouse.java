package org.errorpages.demo.lessons;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A database of a kind that nobody has a driver for. */
final class Warehouse {

    private Warehouse() {}

    static void open() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:harbour:warehouse");
        new HikariDataSource(config).close();
    }
}
