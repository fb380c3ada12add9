package org.errorpages.evidence;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.ThreadPoolBulkhead;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Provides exceptions that Resilience4j throws instead of calling. */
final class ResilienceEvidence {

    private static final Duration SHORT = Duration.ofMillis(100);

    private ResilienceEvidence() {}

    static List<Evidence> all() {
        return List.of(
                new Evidence(
                        "Resilience4j: circuit breaker is open",
                        Expected.status(503).retryAfter(5),
                        ResilienceEvidence::openBreaker),
                new Evidence(
                        "Resilience4j: bulkhead is full",
                        Expected.status(503).retryAfter(1),
                        ResilienceEvidence::fullBulkhead),
                new Evidence(
                        "Resilience4j: thread pool bulkhead is full",
                        Expected.status(503).retryAfter(1),
                        ResilienceEvidence::fullThreadPool),
                new Evidence(
                        "Resilience4j: rate limiter permits no call",
                        Expected.status(503).retryAfter(1),
                        ResilienceEvidence::exhaustedRate),
                new Evidence(
                        "Resilience4j: time limiter ends the call", Expected.status(503), ResilienceEvidence::cutOff),
                new Evidence(
                        "Resilience4j: retries are used up", Expected.status(503), ResilienceEvidence::usedUpRetries));
    }

    private static void openBreaker() {
        var breaker = CircuitBreaker.ofDefaults("payments");
        breaker.transitionToOpenState();
        breaker.executeRunnable(() -> {});
    }

    private static void fullBulkhead() {
        var config = BulkheadConfig.custom().maxConcurrentCalls(1).build();
        var bulkhead = Bulkhead.of("payments", config);
        bulkhead.executeRunnable(() -> bulkhead.executeRunnable(() -> {}));
    }

    private static void fullThreadPool() throws Exception {
        var config = ThreadPoolBulkheadConfig.custom()
                .maxThreadPoolSize(1)
                .coreThreadPoolSize(1)
                .queueCapacity(1)
                .build();
        var end = new CountDownLatch(1);
        var bulkhead = ThreadPoolBulkhead.of("payments", config);
        try {
            for (int i = 0; i < 3; i++) {
                var unused = bulkhead.executeRunnable(() -> await(end));
            }
        } finally {
            end.countDown();
            bulkhead.close();
        }
    }

    private static void exhaustedRate() {
        var config = RateLimiterConfig.custom()
                .limitForPeriod(1)
                .limitRefreshPeriod(Duration.ofMinutes(1))
                .timeoutDuration(Duration.ZERO)
                .build();
        var limiter = RateLimiter.of("payments", config);
        limiter.executeRunnable(() -> {});
        limiter.executeRunnable(() -> {});
    }

    private static void cutOff() throws Exception {
        TimeLimiter.of("payments", limit()).executeFutureSupplier(CompletableFuture::new);
    }

    private static TimeLimiterConfig limit() {
        return TimeLimiterConfig.custom().timeoutDuration(SHORT).build();
    }

    private static void usedUpRetries() {
        var config = RetryConfig.<String>custom()
                .maxAttempts(2)
                .waitDuration(Duration.ofMillis(1))
                .retryOnResult(""::equals)
                .failAfterMaxAttempts(true)
                .build();
        Retry.of("payments", config).executeSupplier(() -> "");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
