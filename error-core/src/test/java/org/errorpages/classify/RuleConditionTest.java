package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.errorpages.throwable.SafeThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleConditionTest {

    /** A nested class, whose binary name contains a dollar sign. */
    @SuppressWarnings("serial")
    private static final class SizeLimitExceededException extends Exception {}

    @ParameterizedTest
    @CsvSource({
        "cause*=SizeLimitExceeded, true",
        "cause*=ConditionTest$SizeLimit, true",
        "cause*=org.errorpages., true",
        "cause*=FileSizeLimitExceeded, false",
        "cause*=sizelimitexceeded, false",
        "cause*=SocketTimeout, false"
    })
    void theClassNameOfTheDirectCauseIsCompared(String condition, boolean met) {
        var cause = new SizeLimitExceededException();
        cause.initCause(new SocketTimeoutException("SocketTimeout"));

        assertThat(met(condition, new IllegalStateException("SocketTimeout", cause)))
                .isEqualTo(met);
    }

    @Test
    void aCauseConditionIsNotMetWithoutACause() {
        assertThat(met("cause*=Exception", new IllegalStateException("Exception")))
                .isFalse();
    }

    @Test
    void theCauseConditionIsAsStrongAsARepeatedMessage() {
        assertThat(condition("cause*=X").specificity())
                .isGreaterThan(condition("message=cause").specificity())
                .isGreaterThan(condition("frame^=java.").specificity())
                .isLessThan(condition("message*=X").specificity());
    }

    private static boolean met(String condition, Throwable thrown) {
        return condition(condition).matches(new SafeThrowable(thrown));
    }

    private static Rule.Condition condition(String text) {
        return Rule.Condition.parse(text).orElseThrow();
    }
}
