package org.errorpages.throwable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.errorpages.classify.Hostile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SafeThrowableTest {

    @Test
    void thePropertiesOfAnOrdinaryThrowableAreReturned() {
        var cause = new IOException();
        var suppressed = new Exception();
        var thrown = new IllegalStateException("broken", cause);
        thrown.addSuppressed(suppressed);

        var suspect = new SafeThrowable(thrown);

        assertThat(suspect.className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(suspect.simpleName()).isEqualTo("IllegalStateException");
        assertThat(suspect.message()).isEqualTo("broken");
        assertThat(suspect.cause()).isSameAs(cause);
        assertThat(suspect.suppressed()).containsExactly(suppressed);
        assertThat(suspect.frames()).isEqualTo(thrown.getStackTrace()).isNotEmpty();
    }

    @Test
    void aNestedClassKeepsItsOuterOneInTheSimpleName() {
        assertThat(new SafeThrowable(new Nested()).simpleName()).isEqualTo("SafeThrowableTest.Nested");
        assertThat(new SafeThrowable(new IllegalStateException() {}).simpleName())
                .matches("SafeThrowableTest\\$[0-9]+");
    }

    @Test
    void aGetMessageThatThrowsYieldsTheEmptyString() {
        assertThat(messageOf(() -> {
                    throw new IllegalStateException();
                }))
                .isEmpty();
        assertThat(messageOf(() -> {
                    throw new StackOverflowError();
                }))
                .isEmpty();
    }

    @Test
    void aNullMessageYieldsTheEmptyString() {
        assertThat(messageOf(() -> null)).isEmpty();
    }

    @Test
    void aMessageOf50MegabytesIsTruncated() {
        var huge = "x".repeat(50_000_000);

        assertThat(messageOf(() -> huge)).hasSizeBetween(1, SafeThrowable.MAX_MESSAGE);
    }

    @Test
    void aLongMessageIsTruncatedBetweenWords() {
        var start = "x".repeat(SafeThrowable.MAX_MESSAGE - 10);

        assertThat(messageOf(() -> start + " a://app:s3cr3t@db")).isEqualTo(start);
        assertThat(messageOf(() -> start + " 345678901 b")).isEqualTo(start + " 345678901".substring(0, 10));
    }

    @Test
    void aMessageOfTheMaximumLengthIsKept() {
        var longest = "x".repeat(SafeThrowable.MAX_MESSAGE - 1) + "y";

        assertThat(messageOf(() -> longest)).isEqualTo(longest);
    }

    @Test
    void aGetCauseThatThrowsYieldsNull() {
        assertThat(new SafeThrowable(new Hostile.Cause(self -> {
                            throw new LinkageError();
                        }))
                        .cause())
                .isNull();
    }

    @Test
    void aNullStackTraceYieldsNoFrames() {
        assertThat(new SafeThrowable(new Hostile.Frames(null)).frames()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // breaks the contract on purpose
    void aNullFrameIsLeftOut() {
        var frame = new StackTraceElement("com.acme.Shop", "call", "Shop.java", 1);

        assertThat(new SafeThrowable(new Hostile.Frames(new StackTraceElement[] {null, frame})).frames())
                .containsExactly(frame);
    }

    @Test
    void onlyAnSqlExceptionHasANextExceptionAndASqlState() {
        var suspect = new SafeThrowable(new IOException());

        assertThat(suspect.nextException()).isNull();
        assertThat(suspect.sqlState()).isEmpty();
    }

    @Test
    void anSqlExceptionHasANextExceptionAndASqlState() {
        var next = new SQLException();
        var thrown = new SQLException("reason", "40001");
        thrown.setNextException(next);

        assertThat(new SafeThrowable(thrown).nextException()).isSameAs(next);
        assertThat(new SafeThrowable(thrown).sqlState()).isEqualTo("40001");
        assertThat(new SafeThrowable(next).sqlState()).isEmpty();
    }

    @Test
    void anExceptionWithoutItsOwnMessageRepeatsItsCause() {
        assertThat(new SafeThrowable(new RuntimeException(new IOException("broken"))).repeatsCause())
                .isTrue();
        assertThat(new SafeThrowable(new RuntimeException("", new IOException("broken"))).repeatsCause())
                .isTrue();
        assertThat(new SafeThrowable(new RuntimeException(new IOException("x".repeat(10_000)))).repeatsCause())
                .isTrue();
    }

    @Test
    void anExceptionWithItsOwnMessageDoesNotRepeatItsCause() {
        assertThat(new SafeThrowable(new RuntimeException("order 7", new IOException("broken"))).repeatsCause())
                .isFalse();
        assertThat(new SafeThrowable(new RuntimeException("alone")).repeatsCause())
                .isFalse();
    }

    private static String messageOf(Supplier<@Nullable String> message) {
        return new SafeThrowable(new Hostile.Message(message)).message();
    }

    @SuppressWarnings("serial")
    private static final class Nested extends RuntimeException {}
}
