package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that estimated waits differ, so that not all clients retry at the same moment. */
final class RetryAfterTest {

    @Test
    void theWaitOfARuleIsExtendedByUpToAHalf() {
        assertThat(waits(new SQLTransientConnectionException())).containsExactlyInAnyOrder(2, 3);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 2, 3", "10, 10, 15", "60, 60, 90"})
    void aShortWaitIsExtendedByUpToAHalf(int seconds, int least, int most) {
        assertThat(waits(waiting(seconds))).allSatisfy(wait -> assertThat(wait).isBetween(least, most));
    }

    @Test
    void aShortWaitDiffersBetweenResponses() {
        assertThat(waits(waiting(40))).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {61, 120, 3_600, 86_400})
    void aLongWaitIsExact(int seconds) {
        assertThat(waits(waiting(seconds))).containsExactly(seconds);
    }

    private static HttpErrorException waiting(int seconds) {
        return new HttpErrorException(503, null, Duration.ofSeconds(seconds), null);
    }

    private static Set<Integer> waits(Throwable thrown) {
        var pages = Fixtures.builder().build();
        var waits = new HashSet<Integer>();
        for (int i = 0; i < 100; i++) {
            var answer = pages.answer(Failure.thrown(thrown), Fixtures.request("text/plain", "en"));
            waits.add(Integer.valueOf(answer.headers().getOrDefault("Retry-After", "0")));
        }
        return waits;
    }
}
