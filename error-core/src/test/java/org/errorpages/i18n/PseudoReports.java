package org.errorpages.i18n;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.params.provider.Arguments;

/** Creates reports in pseudo-languages and recognises the facts of the incident in them. */
final class PseudoReports {

    private static final Site SITE = new Site("Harbour Books", "/", "help@example.test");
    private static final IncidentId ID = new IncidentId(UUID.fromString("3d2f4a6b-8c9d-4e1f-a2b3-c4d5e6f70819"));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());

    private PseudoReports() {}

    static Stream<Arguments> languagesAndCodes() {
        var codes = IntStream.concat(IntStream.rangeClosed(400, 431), IntStream.rangeClosed(500, 511))
                .boxed()
                .toList();
        return Stream.of(PseudoLanguage.values())
                .flatMap(language -> codes.stream().map(code -> Arguments.of(language, code)));
    }

    static ErrorReport publicReport(PseudoLanguage language, int code) {
        return new ReportFactory(SITE, List.of()).createForPublic(incident(code), language.messages());
    }

    static ErrorReport developerReport(PseudoLanguage language, int code) {
        var messages = language.forDeveloper();
        return new ReportFactory(SITE, List.of()).createForDeveloper(incident(code), messages, messages);
    }

    private static Incident incident(int code) {
        var failure = Failure.thrown(new HttpErrorException(code, null, Duration.ofMinutes(2), null));
        var request = RequestSnapshot.of("POST", "/orders");
        return Incident.of(ID, NOON, failure, CLASSIFIER.classify(failure), request);
    }

    static String rendered(Renderer renderer, ErrorReport report) {
        return new String(renderer.render(report), StandardCharsets.UTF_8);
    }

    /** Returns the text outside brackets without punctuation, arrows and facts of the incident. */
    static String foreign(String shown, ErrorReport report) {
        var rest = PseudoLanguage.outside(shown);
        for (var fact : List.of(
                "Harbour Books",
                "help@example.test",
                ID.toString(),
                NOON.toString(),
                "12:00 UTC",
                Integer.toString(report.status().code()))) {
            rest = rest.replace(fact, "");
        }
        return rest.replaceAll("[\\p{P}\\p{S}\\s]", "");
    }
}
