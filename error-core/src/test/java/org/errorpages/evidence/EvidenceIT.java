package org.errorpages.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the verdicts on exceptions of real libraries. */
@Tag("thorough")
final class EvidenceIT {

    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());

    static Stream<Evidence> all() {
        return Stream.concat(documented(), HttpClientsEvidence.onEpoll().stream());
    }

    /** Returns the failures that are the same on every machine. */
    static Stream<Evidence> documented() {
        return Stream.of(
                        HttpClientsEvidence.all(),
                        ResponseEvidence.all(),
                        DatabaseEvidence.all(),
                        ResilienceEvidence.all(),
                        HeldStatusEvidence.all(),
                        GrpcEvidence.all(),
                        MessagingEvidence.all())
                .flatMap(List::stream);
    }

    static Stream<Evidence> ofHttpClients() {
        return Stream.of(HttpClientsEvidence.all(), HttpClientsEvidence.onEpoll())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRealFailureGetsTheExpectedVerdict(Evidence evidence) {
        assertVerdict(evidence, evidence.thrown());
    }

    @ParameterizedTest
    @MethodSource("ofHttpClients")
    void aFailureInsideAnUpstreamExceptionGetsTheSameVerdict(Evidence evidence) {
        assertVerdict(evidence, new UpstreamException("payments", evidence.thrown()));
    }

    private static void assertVerdict(Evidence evidence, Throwable thrown) {
        var verdict = CLASSIFIER.classify(Failure.thrown(thrown));

        assertThat(Expected.of(verdict, evidence.expected()))
                .as(() -> evidence + "\n" + Chains.withMessages(thrown) + "\n" + verdict.reason())
                .isEqualTo(evidence.expected());
    }
}
