package org.errorpages.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.upstream;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.errorpages.classify.ErrorMap;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.status.Verdict.RuleRank;
import org.junit.jupiter.api.Test;

final class ReasonTest {

    @Test
    void itNamesClassDepthRuleAndLine() throws IOException {
        var because = classify(upstream(new ConnectException())).reason();

        assertThat(because.decisiveClass()).isEqualTo("java.net.ConnectException");
        assertThat(because.depth()).isEqualTo(1);
        assertThat(because.rule())
                .isEqualTo("java.net.ConnectException@upstream = 502; rank=broad; proxy=connection_refused");
        assertThat(because.source()).isEqualTo("error-map.properties:" + lineOf("java.net.ConnectException@upstream"));
    }

    @Test
    void itNamesTheThrownClassNotTheClassOfTheRule() {
        @SuppressWarnings("serial")
        final class Late extends SocketTimeoutException {}

        var because = classify(new Late()).reason();

        assertThat(because.decisiveClass()).isEqualTo(Late.class.getName());
        assertThat(because.rule()).isEqualTo("java.net.SocketTimeoutException@self = 503");
    }

    @Test
    void itNamesTheRunnerUp() throws IOException {
        var loser = classify(upstream(new ConnectException()))
                .reason()
                .findRunnerUp()
                .orElseThrow();

        assertThat(loser.decisiveClass()).isEqualTo("org.errorpages.status.UpstreamException");
        assertThat(loser.depth()).isZero();
        assertThat(loser.rule())
                .isEqualTo("org.errorpages.status.UpstreamException = 502; side=upstream; mode=explicit; rank=fallback;"
                        + " proxy=proxy_internal_error");
        assertThat(loser.source())
                .isEqualTo("error-map.properties:" + lineOf("org.errorpages.status.UpstreamException"));
        assertThat(loser.findRunnerUp()).isEmpty();
    }

    @Test
    void theRunnerUpHasTheHighestRankOfTheOtherRules() {
        var because = classify(
                        upstream(new SocketTimeoutException(), new ConnectException(), new java.net.BindException()))
                .reason();

        assertThat(because.decisiveClass()).isEqualTo("java.net.SocketTimeoutException");
        assertThat(because.findRunnerUp()).map(Reason::decisiveClass).contains("java.net.BindException");
    }

    @Test
    void aRejectedRuleCanBeTheRunnerUp() {
        var because = classify(
                        new IllegalStateException("order 7", new IllegalArgumentException()),
                        "# first line\njava.lang.IllegalArgumentException = 400")
                .reason();

        assertThat(because.decisiveClass()).isNull();
        assertThat(because.source()).isEqualTo("default");
        assertThat(because.findRunnerUp().orElseThrow())
                .isEqualTo(new Reason(
                        "java.lang.IllegalArgumentException",
                        1,
                        "java.lang.IllegalArgumentException = 400",
                        RuleRank.DECLARED,
                        "app.properties:2",
                        null));
    }

    @Test
    void itNamesTheInterfaceOrAnnotationOfADeclaration() {
        @SuppressWarnings("serial")
        @RespondsWithStatus(410)
        final class Gone extends RuntimeException {}

        assertThat(classify(new HttpErrorException(404)).reason())
                .isEqualTo(new Reason(
                        HttpErrorException.class.getName(),
                        0,
                        HttpErrorException.class.getName() + " = 404",
                        RuleRank.DECLARED,
                        "interface HttpError",
                        null));
        assertThat(classify(chain(new Exception(), new Gone())).reason())
                .isEqualTo(new Reason(
                        Gone.class.getName(),
                        1,
                        Gone.class.getName() + " = 410",
                        RuleRank.DECLARED,
                        "annotation @RespondsWithStatus",
                        null));
    }

    @Test
    void itReportsThatNoRuleMatches() {
        assertThat(classify(new IllegalStateException()).reason())
                .isEqualTo(new Reason(
                        null, 0, "no rule matches the exception or its causes", RuleRank.FALLBACK, "default", null));
    }

    @Test
    void itNamesTheExceptionOfAFailedClassification() {
        var because = Reason.classifierFailed(new StackOverflowError());

        assertThat(because.rule()).isEqualTo("classification failed with java.lang.StackOverflowError");
        assertThat(Verdict.internalServerError(because).status()).isEqualTo(Status.INTERNAL_SERVER_ERROR);
    }

    private static int lineOf(String key) throws IOException {
        try (var in = Objects.requireNonNull(ErrorMap.class.getResourceAsStream("error-map.properties"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith(key)) {
                    return i + 1;
                }
            }
        }
        throw new AssertionError("no rule for " + key);
    }
}
