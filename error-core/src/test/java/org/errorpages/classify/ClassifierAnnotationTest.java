package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.errorpages.status.HttpError;
import org.errorpages.status.RespondsWithStatus;
import org.junit.jupiter.api.Test;

/** Tests statuses that an application sets by annotation and error map. */
@SuppressWarnings("serial")
final class ClassifierAnnotationTest {

    @RespondsWithStatus(value = 503, retryAfter = 9)
    private static class Busy extends RuntimeException {}

    private static final class VeryBusy extends Busy {}

    @RespondsWithStatus(200)
    private static final class NoError extends RuntimeException {}

    @RespondsWithStatus(409)
    private static final class Both extends RuntimeException implements HttpError {

        @Override
        public int status() {
            return 410;
        }
    }

    @Test
    void theAnnotationIsInheritedBySubclasses() {
        assertThat(summary(classify(new Busy()))).isEqualTo("503 SELF retry=9");
        assertThat(summary(classify(new VeryBusy()))).isEqualTo("503 SELF retry=9");
    }

    @Test
    void theApplicationsMapOverrulesTheAnnotation() {
        assertThat(summary(classify(new Busy(), Busy.class.getName() + " = 429; retry-after=2")))
                .isEqualTo("429 CLIENT retry=2");
        assertThat(summary(classify(new VeryBusy(), Busy.class.getName() + " = 500")))
                .isEqualTo("500 SELF");
    }

    @Test
    void theApplicationsMapDoesNotOverruleTheInterface() {
        assertThat(summary(classify(new Both(), Both.class.getName() + " = 501")))
                .isEqualTo("410 CLIENT");
    }

    @Test
    void theInterfaceTakesPrecedenceOverTheAnnotation() {
        assertThat(summary(classify(new Both()))).isEqualTo("410 CLIENT");
    }

    @Test
    void anAnnotationWithAStatusThatIsNotAnErrorIsIgnored() {
        assertThat(summary(classify(new NoError()))).isEqualTo("500 SELF");
        assertThat(summary(classify(chain(new NoError(), new ConnectException()))))
                .isEqualTo("503 SELF");
    }

    @Test
    void theApplicationsMapOutranksEveryBuiltInRule() {
        assertThat(summary(classify(
                        chain(new IllegalStateException("?"), new SocketTimeoutException()),
                        "java.lang.IllegalStateException = 501")))
                .isEqualTo("501 SELF");
        assertThat(summary(classify(
                        chain(new SocketTimeoutException(), new IllegalStateException("?")),
                        "java.lang.IllegalStateException = 501")))
                .isEqualTo("501 SELF");
    }

    @Test
    void aRuleWithStatus500RemovesAClassFromTheMap() {
        assertThat(summary(classify(new ConnectException(), "java.net.ConnectException = 500")))
                .isEqualTo("500 SELF");
    }
}
