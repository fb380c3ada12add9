package org.errorpages.hint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the addresses found in messages. */
final class HostAndPortTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Connection to db:5432 refused.                       | db:5432
            Failed to connect to localhost/127.0.0.1:6379        | 127.0.0.1:6379
            Connect to http://shop.test:8080 [shop.test] failed  | shop.test:8080
            jdbc:postgresql://db-1:5433/shop                     | db-1:5433
            /[0:0:0:0:0:0:0:1]:9092                              | [0:0:0:0:0:0:0:1]:9092
            """)
    void anAddressIsFound(String message, String address) {
        assertThat(HostAndPort.in(message).orElseThrow().values()).containsEntry("address", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at 12:30:45",
                "Gateway.java:41",
                "Till.kt:7",
                "Build.groovy:12",
                "Shop.scala:3",
                "db:0",
                "db:70000",
                "db:123456",
                ":80",
                "a: 1",
                ""
            })
    void aTextThatOnlyResemblesAnAddressIsIgnored(String message) {
        assertThat(HostAndPort.in(message)).isEmpty();
    }

    @Test
    void aWellKnownPortHasAService() {
        assertThat(new HostAndPort("db", 5432).values()).containsEntry("service", "PostgreSQL");
        assertThat(new HostAndPort("db", 5431).values()).doesNotContainKey("service");
    }
}
