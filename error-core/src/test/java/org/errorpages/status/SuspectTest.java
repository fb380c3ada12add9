package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SuspectTest {

    @Test
    void anOrdinaryThrowableTellsWhatItHas() {
        var cause = new IOException();
        var suppressed = new Exception();
        var thrown = new IllegalStateException("broken", cause);
        thrown.addSuppressed(suppressed);

        var suspect = new Suspect(thrown);

        assertThat(suspect.className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(suspect.simpleName()).isEqualTo("IllegalStateException");
        assertThat(suspect.message()).isEqualTo("broken");
        assertThat(suspect.cause()).isSameAs(cause);
        assertThat(suspect.suppressed()).containsExactly(suppressed);
        assertThat(suspect.frames()).isEqualTo(thrown.getStackTrace()).isNotEmpty();
    }

    @Test
    void aNestedClassKeepsItsOuterOneInTheSimpleName() {
        assertThat(new Suspect(new Nested()).simpleName()).isEqualTo("SuspectTest.Nested");
        assertThat(new Suspect(new IllegalStateException() {}).simpleName()).matches("SuspectTest\\$[0-9]+");
    }

    @Test
    void aMessageThatThrowsIsNone() {
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
    void noMessageIsTheEmptyOne() {
        assertThat(messageOf(() -> null)).isEmpty();
    }

    @Test
    void aMessageOf50MegabytesIsCut() {
        var huge = "x".repeat(50_000_000);

        assertThat(messageOf(() -> huge)).hasSizeBetween(1, Suspect.MAX_MESSAGE);
    }

    @Test
    void aMessageThatIsTooLongIsCutBeforeAWord() {
        var start = "x".repeat(Suspect.MAX_MESSAGE - 10);

        assertThat(messageOf(() -> start + " a://app:s3cr3t@db")).isEqualTo(start);
        assertThat(messageOf(() -> start + " 345678901 b")).isEqualTo(start + " 345678901".substring(0, 10));
    }

    @Test
    void aMessageOfTheGreatestLengthIsWhole() {
        var longest = "x".repeat(Suspect.MAX_MESSAGE - 1) + "y";

        assertThat(messageOf(() -> longest)).isEqualTo(longest);
    }

    @Test
    void aCauseThatThrowsIsNone() {
        assertThat(new Suspect(new Hostile.Cause(self -> {
                            throw new LinkageError();
                        }))
                        .cause())
                .isNull();
    }

    @Test
    void framesThatAreNullAreNone() {
        assertThat(new Suspect(new Hostile.Frames(null)).frames()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // breaks the contract on purpose
    void aFrameThatIsNullIsLeftOut() {
        var frame = new StackTraceElement("com.acme.Shop", "call", "Shop.java", 1);

        assertThat(new Suspect(new Hostile.Frames(new StackTraceElement[] {null, frame})).frames())
                .containsExactly(frame);
    }

    @Test
    void nothingButAnSqlExceptionHasANextOneOrAState() {
        var suspect = new Suspect(new IOException());

        assertThat(suspect.next()).isNull();
        assertThat(suspect.sqlState()).isEmpty();
    }

    @Test
    void anSqlExceptionTellsItsNextOneAndItsState() {
        var next = new SQLException();
        var thrown = new SQLException("reason", "40001");
        thrown.setNextException(next);

        assertThat(new Suspect(thrown).next()).isSameAs(next);
        assertThat(new Suspect(thrown).sqlState()).isEqualTo("40001");
        assertThat(new Suspect(next).sqlState()).isEmpty();
    }

    @Test
    void newRuntimeExceptionOfACauseAddsNothing() {
        assertThat(Suspect.repeatsItsCause(new RuntimeException(new IOException("broken"))))
                .isTrue();
        assertThat(Suspect.repeatsItsCause(new RuntimeException("", new IOException("broken"))))
                .isTrue();
        assertThat(Suspect.repeatsItsCause(new RuntimeException(new IOException("x".repeat(10_000)))))
                .isTrue();
    }

    @Test
    void aMessageOfItsOwnAddsSomething() {
        assertThat(Suspect.repeatsItsCause(new RuntimeException("order 7", new IOException("broken"))))
                .isFalse();
        assertThat(Suspect.repeatsItsCause(new RuntimeException("alone"))).isFalse();
    }

    private static String messageOf(Supplier<@Nullable String> message) {
        return new Suspect(new Hostile.Message(message)).message();
    }

    @SuppressWarnings("serial")
    private static final class Nested extends RuntimeException {}
}
