package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.errorpages.container.Container;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each broken rule of the Servlet specification gets its hint, for the messages of every container. */
final class ServletHintsIT {

    private static final String START = "<listener><listener-class>org.errorpages.conformance.ApplicationHints$Start"
            + "</listener-class></listener>";

    @RegisterExtension
    static final Servers DEVELOPERS =
            Servers.of(folder -> WarFolder.with(folder, START + setting("mode", "development")));

    private static final String PARTS =
            """
            --cut\r
            Content-Disposition: form-data; name="cover"\r
            \r
            none\r
            --cut--\r
            """;

    private static final String MULTIPART = "Content-Type: multipart/form-data; boundary=cut";
    private static final String LENGTH = "Content-Length: " + PARTS.length();

    private static final Map<String, String> BEFORE_THE_ANSWER = Map.of(
            "async-unsupported", "Not all filters and servlets on the way support async",
            "multipart-missing", "The servlet is not set up for uploads",
            "writer-taken", "getOutputStream after getWriter",
            "stream-taken", "getWriter after getOutputStream",
            "body-taken", "The body of the request has been taken already");

    /** The response is committed, so that only the incident viewer shows the hint. */
    private static final Map<String, String> AFTER_THE_ANSWER = Map.of(
            "response-committed", "The response is already on its way",
            "session-too-late", "A session was first asked for after the response was on its way");

    static Stream<Arguments> mistakesBeforeTheCommit() {
        return onEveryContainer(BEFORE_THE_ANSWER);
    }

    static Stream<Arguments> mistakesAfterTheCommit() {
        return onEveryContainer(AFTER_THE_ANSWER);
    }

    private static Stream<Arguments> onEveryContainer(Map<String, String> mistakes) {
        return Arrays.stream(Container.values()).flatMap(container -> mistakes.entrySet().stream()
                .map(mistake -> Arguments.of(container, mistake.getKey(), mistake.getValue())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakesBeforeTheCommit")
    void aMistakeGetsItsHint(Container container, String mistake, String title) throws IOException {
        var answer = make(container, mistake, "en");

        // Jetty responds with 400 to an upload that the servlet doesn't expect.
        assertThat(answer.status()).isIn(400, 500);
        assertThat(answer.text()).containsPattern("Hint \\(.+\\): " + title);
        assertThat(make(container, mistake, "ko").text()).contains("\n도움말 (");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakesAfterTheCommit")
    void mistakeAfterTheAnswerHasItsHintAmongTheIncidents(Container container, String mistake, String title)
            throws IOException {
        make(container, mistake, "en");
        assertThat(get(container, newestIncident(container, mistake))).containsPattern("Hint \\(.+\\): " + title);

        make(container, mistake, "ko");
        assertThat(get(container, newestIncident(container, mistake))).contains("\n도움말 (");
    }

    private static RawResponse make(Container container, String mistake, String language) throws IOException {
        try (var client = RawClient.to(DEVELOPERS.on(container))) {
            var headers = new String[] {"Accept: text/plain", "Accept-Language: " + language};
            if (!mistake.equals("multipart-missing")) {
                return client.get("/hint/" + mistake, headers);
            }
            return client.send(
                    RawClient.head("POST", "/hint/" + mistake, MULTIPART, LENGTH, headers[0], headers[1]) + PARTS);
        }
    }

    /** Returns the path of an incident: the list has it two lines below the request. */
    private static String newestIncident(Container container, String mistake) {
        var lines = get(container, "/errorpages/incidents")
                .lines()
                .map(String::strip)
                .toList();
        var request = lines.stream()
                .filter(line -> line.matches(".+ GET /hint/" + mistake + "\\b.*"))
                .findFirst();
        return lines.get(lines.indexOf(request.orElseThrow()) + 2);
    }

    private static String get(Container container, String path) {
        return Requests.get(DEVELOPERS.on(container), path, "Accept: text/plain", "Accept-Language: en")
                .text();
    }
}
