package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;

import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests Feign exceptions: for a response with Retry-After, without it, and for no response. */
final class FeignRulesTest {

    /** The properties of Feign exceptions. */
    @SuppressWarnings("serial")
    public static class OfFeign extends RuntimeException {
        public int status() {
            return 503;
        }

        public Map<String, Collection<String>> responseHeaders() {
            var headers = new TreeMap<String, Collection<String>>(String.CASE_INSENSITIVE_ORDER);
            headers.put("retry-after", List.of("9"));
            return headers;
        }
    }

    /** The exception for Retry-After in new versions, as a number of milliseconds. */
    @SuppressWarnings("serial")
    public static class Later extends OfFeign {
        public @Nullable Object retryAfter() {
            return Instant.now().plusSeconds(1_800).toEpochMilli();
        }
    }

    /** The exception for Retry-After in old versions, as a date. */
    @SuppressWarnings({"serial", "JavaUtilDate"})
    public static class LaterByDate extends Later {
        @Override
        public Object retryAfter() {
            return Date.from(Instant.now().plusSeconds(1_800));
        }
    }

    /** The exception for a missing response. */
    @SuppressWarnings("serial")
    public static class Unanswered extends Later {
        @Override
        public int status() {
            return -1;
        }

        @Override
        @SuppressWarnings("NullAway") // as feign does
        public Map<String, Collection<String>> responseHeaders() {
            return null;
        }

        @Override
        public @Nullable Object retryAfter() {
            return null;
        }
    }

    @Test
    void theRetryAfterOfAFeignExceptionIsPassedOn() {
        assertThat(summary(classify(feign("feign.FeignException", OfFeign.class))))
                .isEqualTo("503 SELF retry=9");
        for (var type : List.of(Later.class, LaterByDate.class)) {
            var verdict = classify(feign("feign.RetryableException", type));

            assertThat(verdict.status().code()).isEqualTo(503);
            assertThat(Objects.requireNonNull(verdict.retryAfter()).toMinutes()).isBetween(29L, 30L);
        }
    }

    @Test
    void theCauseOfAFeignRetryableExceptionDecides() {
        assertThat(summary(classify(feign("feign.RetryableException", Unanswered.class))))
                .isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
        assertThat(summary(classify(
                        chain(feign("feign.RetryableException", Unanswered.class), new SocketTimeoutException()))))
                .isEqualTo("504 UPSTREAM proxy=connection_read_timeout");
    }

    private static Throwable feign(String name, Class<? extends Throwable> type) {
        return Throwables.of(Stubs.exception(name, type, Map.of()), null);
    }
}
