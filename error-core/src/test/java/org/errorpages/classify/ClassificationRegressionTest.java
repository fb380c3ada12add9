package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.errorpages.classify.Failures.chain;
import static org.errorpages.classify.Failures.summary;
import static org.errorpages.classify.Failures.thrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.classify.Explanation.Outcome;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("serial")
final class ClassificationRegressionTest {

    @Test
    void networkModeDoesNotBlameTheUpstreamForASlowClient() {
        var map = ErrorMap.builtIn().withMode(UpstreamMode.NETWORK);
        var reading = thrownBy("org.apache.catalina.connector.InputBuffer", new SocketTimeoutException());
        assertThat(summary(new Classifier(map).classify(Failure.thrown(reading))))
                .isEqualTo("408 CLIENT");
    }

    @Test
    void networkModeDoesNotBlameTheUpstreamForADisconnectedClient() {
        var map = ErrorMap.builtIn().withMode(UpstreamMode.NETWORK);
        var writing = thrownBy("org.apache.catalina.connector.OutputBuffer", new SocketException("Broken pipe"));
        assertThat(summary(new Classifier(map).classify(Failure.thrown(writing))))
                .isEqualTo("aborted");
    }

    @Test
    void anUpstreamStatusRuleIsNotReportedAsAnUnknownClass() {
        var map = ErrorMap.builtIn().overruledBy("upstream-status.503 = 502", "app.properties");
        assertThat(map.unknownClasses("app.properties", ClassificationRegressionTest.class.getClassLoader()))
                .isEmpty();
    }

    @Test
    void aByteOrderMarkDoesNotHideTheFirstRule() {
        var rules = "\uFEFFjava.lang.IllegalStateException = 507";
        var refused = catchThrowable(() -> Failures.classify(new IllegalStateException(), rules));
        assertThat(refused != null
                        || Failures.classify(new IllegalStateException(), rules)
                                        .status()
                                        .code()
                                == 507)
                .isTrue();
    }

    @Test
    void theProxyOptionMustBeAToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> ErrorMap.builtIn()
                .overruledBy("a.B = 502; side=upstream; proxy=not, a \"token", "f"));
    }

    public static final class Telling {
        public int getStatus() {
            return 7;
        }
    }

    @Test
    void aWrapperIsNotReportedAsOutranked() {
        var trial = Failures.BUILT_IN
                .explain(Failure.thrown(new ExecutionException(new ConnectException())), Classifier.Context.ORDINARY)
                .steps()
                .get(0)
                .trials()
                .get(0);
        assertThat(trial.outcome()).as("%s", trial).isNotEqualTo(Outcome.OUTRANKED);
    }

    @Test
    void aRuleOfAnotherModeDoesNotMatch() {
        var trials = Failures.BUILT_IN
                .explain(Failure.thrown(new SocketException()), Classifier.Context.ORDINARY)
                .steps()
                .get(0)
                .trials();
        assertThat(trials)
                .noneMatch(trial -> trial.rule().contains("mode=network") && trial.outcome() == Outcome.OUTRANKED);
    }

    @Test
    void aMalformedClassNameIsRejected() {
        for (var name : new String[] {".", "a..b", "1a", "a."}) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> ErrorMap.builtIn()
                    .overruledBy(name + " = 503", "f"));
        }
    }

    @Test
    void aReplacedJarIsReadAgain(@TempDir Path folder) throws IOException {
        var jar = folder.resolve("a.jar");
        for (int status : new int[] {503, 507}) {
            Files.write(
                    jar,
                    Wars.zip(Map.of(
                            "x" + "y".repeat(status),
                            new byte[status],
                            ErrorMap.LIBRARY_FILE,
                            Wars.bytes("java.lang.IllegalStateException = " + status))));
            try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
                var map = ErrorMap.builtIn().withLibraries(loader);
                assertThat(summary(new Classifier(map).classify(Failure.thrown(new IllegalStateException()))))
                        .startsWith(Integer.toString(status));
            }
        }
    }

    @Test
    void theExplanationNamesTheDeclarationEvenIfARuleHasTheSameStatus() {
        var map = ErrorMap.builtIn().overruledBy("org.errorpages.status.HttpErrorException = 404", "app.properties");
        var step = new Classifier(map)
                .explain(Failure.thrown(new HttpErrorException(404)), Classifier.Context.ORDINARY)
                .steps()
                .get(0);
        assertThat(step.trials().stream().filter(t -> t.outcome() == Outcome.DECIDES))
                .allMatch(t -> t.source().equals("interface HttpError"));
    }

    @Test
    void theDeclaredRetryAfterIsKeptInAChain() {
        var explanation = Failures.BUILT_IN.explain(
                Failure.thrown(chain(new IllegalStateException(), new ConnectException())), Failures.GATEWAY);
        assertThat(explanation.verdict().faultSide()).isEqualTo(FaultSide.UPSTREAM);
    }
}
