package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpErrorExceptionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 399, 600})
    void theConstructorRejectsAStatusThatIsNotAnError(int status) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpErrorException(status))
                .withMessageContaining("status " + status);
    }

    @Test
    void aStatusAloneSetsNoOtherProperty() {
        var error = new HttpErrorException(404);

        assertThat(error.status()).isEqualTo(404);
        assertThat(error.publicDetail()).isEmpty();
        assertThat(error.retryAfter()).isEmpty();
        assertThat(error.headers()).isEmpty();
        assertThat(error).hasMessage("HTTP 404").hasNoCause();
    }

    @Test
    void theMessageContainsThePublicDetail() {
        var error = new HttpErrorException(503, "The shop opens at nine.");

        assertThat(error.publicDetail()).contains("The shop opens at nine.");
        assertThat(error).hasMessage("HTTP 503: The shop opens at nine.");
    }

    @Test
    void theCauseAndRetryAfterAreKept() {
        var cause = new IOException("inside");

        var error = new HttpErrorException(429, null, Duration.ofSeconds(5), cause);

        assertThat(error.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(error).hasCause(cause).hasMessage("HTTP 429");
    }

    @Test
    void anUpstreamExceptionNamesTheUpstreamServer() {
        var cause = new IOException("inside");

        var marked = new UpstreamException("payments", cause);

        assertThat(marked.upstream()).isEqualTo("payments");
        assertThat(marked).hasMessage("upstream payments failed").hasCause(cause);
    }
}
