package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.RespondsWithStatus;
import org.errorpages.status.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the precedence: interface, mapper, map of the application, annotation, built-in map. */
@SuppressWarnings("serial")
final class ErrorMapperTest {

    @RespondsWithStatus(501)
    private static class Annotated extends java.net.ConnectException {}

    private static final class Speaking extends Annotated implements HttpError {
        @Override
        public int status() {
            return 502;
        }
    }

    private static final ErrorMapper SAYS_504 = ErrorMapper.of(Annotated.class, thrown -> HttpError.of(504));
    private static final String RULE = Annotated.class.getName() + " = 505";

    @Test
    void theInterfaceTakesPrecedenceOverAMapper() {
        assertThat(status(new Speaking(), RULE, SAYS_504)).isEqualTo(502);
    }

    @Test
    void aMapperTakesPrecedenceOverEveryErrorMap() {
        var verdict = classify(new Annotated(), RULE, SAYS_504);

        assertThat(verdict.status().code()).isEqualTo(504);
        assertThat(verdict.reason().rule()).isEqualTo(Annotated.class.getName() + " = 504");
        assertThat(verdict.reason().source()).isEqualTo("an ErrorMapper");
    }

    @Test
    void theErrorMapOfTheApplicationTakesPrecedenceOverTheAnnotation() {
        assertThat(status(new Annotated(), RULE)).isEqualTo(505);
    }

    @Test
    void theAnnotationTakesPrecedenceOverTheBuiltInMap() {
        assertThat(status(new Annotated(), "")).isEqualTo(501);
    }

    @Test
    void theFirstMapperWithAResultDecides() {
        ErrorMapper silent = thrown -> Optional.empty();
        ErrorMapper says507 = thrown -> Optional.of(HttpError.of(507));

        assertThat(status(new Annotated(), "", silent, SAYS_504, says507)).isEqualTo(504);
        assertThat(status(new Annotated(), "", says507, SAYS_504)).isEqualTo(507);
    }

    @Test
    void aMapperThatThrowsIsIgnored() {
        ErrorMapper broken = thrown -> {
            throw new StackOverflowError("a mapper");
        };

        assertThat(status(new Annotated(), "", broken, SAYS_504)).isEqualTo(504);
        assertThat(status(new Annotated(), "", broken)).isEqualTo(501);
    }

    @Test
    @SuppressWarnings("NullAway") // breaks the contract on purpose
    void aMapperThatReturnsNullIsIgnored() {
        ErrorMapper nothing = thrown -> null;

        assertThat(status(new Annotated(), "", nothing, SAYS_504)).isEqualTo(504);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 200, 302, 399, 600})
    void aMappedStatusThatIsNotAnErrorIsIgnored(int status) {
        ErrorMapper odd = thrown -> Optional.of(() -> status);

        assertThat(status(new Annotated(), "", odd, SAYS_504)).isEqualTo(504);
    }

    @Test
    void aMapperIsCalledForEachThrowableOfTheChain() {
        var thrown = chain(new IllegalStateException("order 7"), new Exception("tax"), new Annotated());

        assertThat(status(thrown, "", SAYS_504)).isEqualTo(504);
    }

    @Test
    void aMapperForAClassIgnoresOtherClasses() {
        assertThat(status(new IllegalStateException(), "", SAYS_504)).isEqualTo(500);
    }

    @Test
    void aClientErrorOfAMapperDoesNotCountBelowAnUpstreamException() {
        var notFound = ErrorMapper.of(IllegalStateException.class, thrown -> HttpError.of(404));

        assertThat(status(new IllegalStateException(), "", notFound)).isEqualTo(404);
        assertThat(status(upstream(new IllegalStateException()), "", notFound)).isEqualTo(502);
    }

    @Test
    void theVerdictContainsAllPropertiesOfAMappedError() {
        var told = new HttpErrorException(503, "We count the books.", Duration.ofSeconds(7), null);

        var verdict = classify(new Annotated(), "", ErrorMapper.of(Annotated.class, thrown -> told));

        assertThat(summary(verdict)).isEqualTo("503 SELF retry=7");
        assertThat(verdict.publicDetail()).isEqualTo("We count the books.");
    }

    private static int status(Throwable thrown, String rules, ErrorMapper... mappers) {
        return classify(thrown, rules, mappers).status().code();
    }

    private static Verdict classify(Throwable thrown, String rules, ErrorMapper... mappers) {
        var map = ErrorMap.builtIn().overruledBy(rules, "app.properties").withMappers(List.of(mappers));
        return new Classifier(map).classify(Failure.thrown(thrown));
    }
}
