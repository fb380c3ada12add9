package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.recorder.AnswerFolder;
import org.errorpages.container.recorder.AnswerMask;
import org.junit.jupiter.api.Test;

/**
 * Records the answers of the shop, to compare those of two versions: a file for each audience, scenario, form and
 * language in the folder {@code target/answers}, or in the one that the system property {@code answers} names.
 *
 * <p>It runs by name only, as no build does: {@code mvn verify -Dit.test=AnswerRecorder}.
 */
final class AnswerRecorder {

    private static final String INCIDENTS = "/errorpages/incidents";
    private static final List<String> LANGUAGES = List.of("en", "ko");
    private static final List<Form> OF_HINTS_IN_PUBLIC = List.of(Form.HTML, Form.JSON);

    private final AnswerFolder folder = AnswerFolder.chosen(Path.of("target", "answers"), new AnswerMask());

    /**
     * A form of an answer.
     *
     * @param name its name in the folder
     * @param headerLines the header lines by which a client asks for it
     */
    private record Form(String name, List<String> headerLines) {

        private static final Form HTML = new Form("html", List.of("Accept: text/html"));
        private static final Form JSON = new Form("json", List.of("Accept: application/problem+json"));
        private static final Form TEXT = new Form("text", List.of("Accept: text/plain"));

        private static final List<Form> ALL = List.of(
                HTML,
                JSON,
                new Form("xml", List.of("Accept: application/problem+xml")),
                TEXT,
                new Form("markdown", List.of("Accept: text/markdown")),
                new Form("fragment", List.of("Accept: */*", "HX-Request: true")));

        List<String> headerLines(String language) {
            return Stream.concat(headerLines.stream(), Stream.of("Accept-Language: " + language))
                    .toList();
        }
    }

    @Test
    void developersAnswers() throws Exception {
        try (var shop = Shop.open(Shop.On.JETTY, false)) {
            recordIncidents(shop);
            record("developer", shop, RecordedScenario.failures(), Form.ALL);
            record("developer", shop, RecordedScenario.hints(), Form.ALL);
            record("developer", shop, RecordedScenario.pages(), List.of(Form.HTML));
        }
    }

    @Test
    void publicAnswers() throws Exception {
        try (var shop = Shop.open(Shop.On.JETTY, true)) {
            record("public", shop, RecordedScenario.failures(), Form.ALL);
            record("public", shop, RecordedScenario.hints(), OF_HINTS_IN_PUBLIC);
            record("public", shop, RecordedScenario.pages(), List.of(Form.HTML));
        }
    }

    private void record(String audience, Shop shop, List<RecordedScenario> scenarios, List<Form> forms)
            throws IOException {
        for (var scenario : scenarios) {
            for (var form : forms) {
                for (var language : LANGUAGES) {
                    var answer = answerFromTheUsualEnd(shop, scenario, form, language);
                    write(audience, scenario.name(), form, language, answer);
                    if (answer.end() != End.COMPLETE && audience.equals("developer")) {
                        var incident = answer(shop, RecordedScenario.get(newestIncident(shop)), form, language);
                        write(audience, scenario.name() + "-incident", form, language, incident);
                    }
                }
            }
        }
    }

    /** Returns the answer in which a stack was full in the usual one of two methods that call each other. */
    private static RawResponse answerFromTheUsualEnd(Shop shop, RecordedScenario scenario, Form form, String language)
            throws IOException {
        var answer = answer(shop, scenario, form, language);
        for (int i = 0; i < 50 && isOtherEndOfTheStack(answer); i++) {
            answer = answer(shop, scenario, form, language);
        }
        return answer;
    }

    private static boolean isOtherEndOfTheStack(RawResponse answer) {
        var diagnosis = answer.header("X-Error-Diagnosis").orElse("");
        return diagnosis.contains("StackOverflowError") && diagnosis.contains(".describe (");
    }

    /** Returns the path of the incident that is first in the list. */
    private static String newestIncident(Shop shop) throws IOException {
        var list =
                answer(shop, RecordedScenario.get(INCIDENTS), Form.TEXT, "en").text();
        return list.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(INCIDENTS + "/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(list));
    }

    /** Records the list of incidents and one of them, after two failures of a server that has just started. */
    private void recordIncidents(Shop shop) throws IOException {
        for (var path : List.of("/fail/500", "/fail/501", "/fail/500")) {
            answer(shop, RecordedScenario.get(path), Form.HTML, "en");
        }
        var link = answer(shop, RecordedScenario.get("/fail/501"), Form.TEXT, "en")
                .header("Link")
                .orElseThrow();
        var incident = link.substring(link.indexOf('<') + 1, link.indexOf('>'));
        for (var form : Form.ALL) {
            for (var language : LANGUAGES) {
                var list = RecordedScenario.get(INCIDENTS);
                write("developer", list.name(), form, language, answer(shop, list, form, language));
                var one = RecordedScenario.get(incident);
                write("developer", "one-incident", form, language, answer(shop, one, form, language));
            }
        }
        var seen = answer(shop, RecordedScenario.get(incident + "/public/de"), Form.HTML, "en");
        write("developer", "one-incident-public-de", Form.HTML, "en", seen);
    }

    private static RawResponse answer(Shop shop, RecordedScenario scenario, Form form, String language)
            throws IOException {
        try (var client = RawClient.to(shop.uri().getPort()).withTimeout(Duration.ofSeconds(30))) {
            var answer = client.send(scenario.request(form.headerLines(language)));
            assertThat(answer.statusLine()).as(scenario + " " + answer).startsWith("HTTP/1.1 ");
            return answer;
        }
    }

    private void write(String audience, String scenario, Form form, String language, RawResponse answer) {
        folder.write(List.of(audience, scenario, form.name() + "." + language), answer);
    }
}
