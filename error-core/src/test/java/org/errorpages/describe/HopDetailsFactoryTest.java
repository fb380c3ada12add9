package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import org.errorpages.report.HopStatus;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the facts about the upstream server. */
final class HopDetailsFactoryTest {

    @ParameterizedTest
    @CsvSource({
        "Connect to db:5432 failed, db:5432",
        "localhost/127.0.0.1:8443: refused, 127.0.0.1:8443",
        "no route to /[0:0:0:0:0:0:0:1]:9092, [0:0:0:0:0:0:0:1]:9092"
    })
    void theInnermostExceptionNamesTheUpstreamServer(String message, String peer) {
        var thrown = new UpstreamException("gateway:80", new ConnectException(message));

        assertThat(upstream(thrown)).anyMatch(fact -> fact.contains(" " + peer));
        assertThat(upstream(thrown)).noneMatch(fact -> fact.contains("gateway:80"));
    }

    @Test
    void aSourceLocationIsNotAServer() {
        assertThat(upstream(
                        new UpstreamException("till", new ConnectException("Till.java:42, Till.kt:42 at 12:30:45"))))
                .noneMatch(fact -> fact.contains(":"));
    }

    private static List<String> upstream(Throwable thrown) {
        return Fixtures.developerReport(thrown).hopDetails().stream()
                .filter(details -> details.kind() == HopStatus.Kind.UPSTREAM)
                .flatMap(details -> details.facts().stream())
                .toList();
    }
}
