package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.upstream;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedActionException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that a client error counts only behind transparent wrappers. */
final class ClassifierWrappersTest {

    private static final String QUOTA = Quota.class.getName() + " = 429; retry-after=7";

    @SuppressWarnings("serial")
    private static final class Quota extends IOException {}

    @ParameterizedTest
    @MethodSource("wrappers")
    void aClientErrorCountsBehindATransparentWrapper(Throwable wrapper) {
        assertThat(summary(classify(wrapper, QUOTA))).isEqualTo("429 CLIENT retry=7");
    }

    static Stream<Throwable> wrappers() {
        return Stream.of(
                new Quota(),
                new ServletException(new Quota()),
                new UncheckedIOException(new Quota()),
                new UncheckedIOException("with words", new Quota()),
                new Error(new Quota()),
                new Exception(new Quota()),
                new RuntimeException(new Quota()),
                new RuntimeException(null, new Quota()),
                new InvocationTargetException(new Quota()),
                new UndeclaredThrowableException(new Quota()),
                new PrivilegedActionException(new Quota()),
                new CompletionException(new Quota()),
                new ExecutionException(new Quota()),
                new ServletException(new RuntimeException(new ExecutionException(new Quota()))));
    }

    @ParameterizedTest
    @MethodSource("wordsOfTheirOwn")
    void aClientErrorDoesNotCountBehindAnyOtherException(Throwable thrown) {
        assertThat(summary(classify(thrown, QUOTA))).isEqualTo("500 SELF");
    }

    static Stream<Throwable> wordsOfTheirOwn() {
        return Stream.of(
                new RuntimeException("order 7 failed", new Quota()),
                new Exception("order 7 failed", new Quota()),
                new IllegalStateException(new Quota()),
                new IOException(new Quota()),
                new SubclassOfAWrapper(new Quota()),
                new RuntimeException(new IllegalStateException(new Quota())),
                new IllegalStateException(new RuntimeException(new Quota())));
    }

    @SuppressWarnings("serial")
    private static final class SubclassOfAWrapper extends CompletionException {

        SubclassOfAWrapper(Throwable cause) {
            super(cause);
        }
    }

    @Test
    void anUpstreamStatusNeverBlamesTheClient() {
        assertThat(summary(classify(upstream(new Quota()), QUOTA)))
                .isEqualTo("502 UPSTREAM proxy=proxy_internal_error");
    }

    @Test
    void anApplicationCanDeclareItsWrapperTransparent() {
        assertThat(summary(classify(
                        new IllegalStateException(new Quota()),
                        "java.lang.IllegalStateException = transparent\n" + QUOTA)))
                .isEqualTo("429 CLIENT retry=7");
    }
}
