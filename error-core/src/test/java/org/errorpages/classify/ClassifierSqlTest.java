package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.upstream;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.BatchUpdateException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a database failure is on the side self, never upstream or client. */
final class ClassifierSqlTest {

    @ParameterizedTest
    @MethodSource
    void anSqlExceptionClassIsClassified(SQLException thrown, String expected) {
        assertThat(summary(classify(thrown))).isEqualTo(expected);
    }

    static Stream<Arguments> anSqlExceptionClassIsClassified() {
        return Stream.of(
                arguments(new SQLTransientConnectionException("request timed out"), "503 SELF retry=2"),
                arguments(new SQLNonTransientConnectionException("Too many connections"), "503 SELF"),
                arguments(new SQLNonTransientConnectionException("password", "28000"), "500 SELF"),
                arguments(new SQLTimeoutException(), "503 SELF"),
                arguments(new SQLTransactionRollbackException(), "503 SELF retry=1"),
                arguments(new SQLRecoverableException("Closed Connection"), "503 SELF retry=1"),
                arguments(new SQLTransientException(), "503 SELF retry=1"),
                arguments(new SQLFeatureNotSupportedException(), "500 SELF"),
                arguments(new SQLInvalidAuthorizationSpecException(), "500 SELF"),
                arguments(new SQLIntegrityConstraintViolationException(), "500 SELF"),
                arguments(new SQLSyntaxErrorException(), "500 SELF"),
                arguments(new SQLDataException(), "500 SELF"),
                arguments(new SQLException("no state"), "500 SELF"));
    }

    @ParameterizedTest
    @CsvSource({
        "08000, 503 SELF retry=2",
        "08001, 503 SELF retry=2",
        "08006, 503 SELF retry=2",
        "08S01, 503 SELF retry=2",
        "08P01, 500 SELF",
        "0A000, 500 SELF",
        "22001, 500 SELF",
        "23505, 500 SELF",
        "28P01, 500 SELF",
        "40001, 503 SELF retry=1",
        "40P01, 503 SELF retry=1",
        "42501, 500 SELF",
        "42P01, 500 SELF",
        "53300, 503 SELF retry=2",
        "53100, 503 SELF retry=2",
        "55006, 503 SELF retry=1",
        "55P03, 503 SELF retry=1",
        "55000, 500 SELF",
        "57014, 503 SELF",
        "57P01, 503 SELF retry=5",
        "57P02, 503 SELF retry=5",
        "57P03, 503 SELF retry=5",
        "57P04, 500 SELF",
        "57P05, 503 SELF retry=5",
        "58030, 500 SELF",
        "HYT00, 503 SELF",
        "HYT01, 503 SELF",
        "HY000, 500 SELF",
        "'',    500 SELF",
        "08,    503 SELF retry=2",
        "0,     500 SELF"
    })
    void anSqlStateIsClassified(String state, String expected) {
        assertThat(summary(classify(new SQLException("reason", state)))).isEqualTo(expected);
        assertThat(summary(classify(new RuntimeException("order 7", new SQLException("reason", state)))))
                .isEqualTo(expected);
    }

    @Test
    void theSqlStateOfANextExceptionCounts() {
        var batch = new BatchUpdateException();
        batch.setNextException(new SQLException("deadlock detected", "40P01"));

        assertThat(summary(classify(batch))).isEqualTo("503 SELF retry=1");
    }

    @Test
    void aDatabaseTimeoutIsNeverAGatewayTimeout() {
        var socket = new SocketTimeoutException("Read timed out");

        assertThat(summary(classify(new SQLTimeoutException("statement", socket))))
                .isEqualTo("503 SELF");
        assertThat(summary(classify(chain(new SQLException("I/O error"), socket))))
                .isEqualTo("503 SELF");
        assertThat(summary(classify(chain(new SQLException("I/O error"), new ConnectException()))))
                .isEqualTo("503 SELF");
    }

    @Test
    void aDatabaseFailureInsideAnUpstreamExceptionIsOnTheUpstreamSide() {
        assertThat(summary(classify(upstream(new SQLTimeoutException())))).isEqualTo("503 UPSTREAM");
    }

    @Test
    void anEndOfFileFromTheDatabaseIsNotADisconnectedClient() {
        var lost = chain(new SQLException("I/O error", "08006"), new EOFException());

        assertThat(summary(classify(lost))).isEqualTo("503 SELF retry=2");
    }

    @Test
    void anExhaustedPoolIsNot404() {
        var pool = chain(new SQLException("Cannot get a connection, pool error"), new NoSuchElementException());

        assertThat(classify(pool).status().isServerError()).isTrue();
        assertThat(classify(pool).faultSide()).isEqualTo(FaultSide.SELF);
    }

    @Test
    void aClientErrorOfTheApplicationDoesNotCountBelowADatabaseException() {
        var declaredBelow = chain(new SQLException("trigger"), new HttpErrorException(404));

        assertThat(summary(classify(declaredBelow))).isEqualTo("500 SELF");
    }
}
