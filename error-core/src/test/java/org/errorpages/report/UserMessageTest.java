package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.errorpages.describe.Fixtures;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserMessageTest {

    private static final String CHECK = Fixtures.ENGLISH.get("todo.check");

    @ParameterizedTest
    @CsvSource({
        "1, in a moment",
        "9, in a moment",
        "10, in about a minute",
        "90, in about a minute",
        "91, in a few minutes",
        "900, in a few minutes",
        "901, in about an hour",
        "5400, in about an hour",
        "5401, later",
        "86400, later"
    })
    void theWaitBeforeARetryIsInWords(long seconds, String phrase) {
        var message = message(new HttpErrorException(503, null, Duration.ofSeconds(seconds), null), Fixtures.GET);

        assertThat(message.steps())
                .first()
                .isEqualTo("Try again " + phrase + ". Reloading many times will not make it faster.");
    }

    @ParameterizedTest
    @CsvSource({
        "500, Try again in a few minutes.",
        "502, Try again in about a minute.",
        "504, Try again in a few minutes.",
        "501, Trying again will not help. Go back and use another way.",
        "404, 'Check the address for typing mistakes, or go to the start page.'",
        "418, 'Check the address and what you entered, then try again.'"
    })
    void withoutAWaitTheStatusSelectsTheFirstStep(int status, String todo) {
        assertThat(message(new HttpErrorException(status), Fixtures.GET).steps())
                .first()
                .isEqualTo(todo);
    }

    @Test
    void aLeadingRetryPhraseStaysUnchangedInAScriptWithoutCapitals() {
        var message = message(new HttpErrorException(503), Fixtures.GET, Site.UNNAMED, Fixtures.KOREAN);

        assertThat(message.steps()).first().asString().startsWith("몇 분 뒤에 다시 시도해 주세요.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void anUnsafeRequestComesWithTheAdviceToCheckFirst(String method) {
        assertThat(message(new HttpErrorException(500), RequestSnapshot.of(method, "/"))
                        .steps())
                .contains(CHECK);
        assertThat(message(new HttpErrorException(503), RequestSnapshot.of(method, "/"))
                        .steps())
                .contains(CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void aSafeRequestComesWithoutTheAdviceToCheckFirst(String method) {
        assertThat(message(new HttpErrorException(500), RequestSnapshot.of(method, "/"))
                        .steps())
                .doesNotContain(CHECK);
    }

    @Test
    void aTimeoutComesWithTheAdviceToCheckFirst() {
        assertThat(message(new HttpTimeoutException("?"), Fixtures.GET).steps()).contains(CHECK);
    }

    @Test
    void aRejectedRequestComesWithoutTheAdviceToCheckFirst() {
        assertThat(message(new HttpErrorException(404), Fixtures.POST).steps()).doesNotContain(CHECK);
    }

    @Test
    void theLastStepIsToReportTheFailure() {
        var contact = new Site("Shop", null, "help@shop.example");

        assertThat(message(new Exception(), Fixtures.GET).steps()).last().isEqualTo(Fixtures.ENGLISH.get("todo.quote"));
        assertThat(message(new Exception(), Fixtures.GET, contact, Fixtures.ENGLISH)
                        .steps())
                .last()
                .isEqualTo(Fixtures.ENGLISH.get("todo.contact"));
    }

    @Test
    void theDetailOfTheApplicationIsOneBoundedLine() {
        assertThat(message(new HttpErrorException(503, "Opens\nat nine.\u202e"), Fixtures.GET)
                        .detail())
                .isEqualTo("Opens\\u000aat nine.\\u202e");
        assertThat(message(new HttpErrorException(503, "x".repeat(501)), Fixtures.GET)
                        .detail())
                .isEqualTo("x".repeat(500) + " …");
        assertThat(message(new HttpErrorException(503), Fixtures.GET).detail()).isNull();
    }

    @Test
    void titleAndExplanationBelongToTheStatus() {
        var message = message(new HttpErrorException(504), Fixtures.GET);

        assertThat(message.title()).isEqualTo("The answer is taking too long");
        assertThat(message.explanation()).startsWith("A server that this service depends on did not answer in time.");
    }

    @Test
    void everyStatusHasAMessageInEveryLanguage() {
        for (int code = 400; code <= 599; code++) {
            for (var messages : new Messages[] {Fixtures.ENGLISH, Fixtures.KOREAN}) {
                var message = message(new HttpErrorException(code), Fixtures.POST, Site.UNNAMED, messages);

                assertThat(message.steps())
                        .hasSizeBetween(2, 3)
                        .allSatisfy(todo -> assertThat(todo).isNotBlank().doesNotContain("{", "}"));
            }
        }
    }

    private static UserMessage message(Throwable thrown, RequestSnapshot request) {
        return message(thrown, request, Site.UNNAMED, Fixtures.ENGLISH);
    }

    private static UserMessage message(Throwable thrown, RequestSnapshot request, Site site, Messages messages) {
        var incident = Fixtures.incident(Failure.thrown(thrown), request);
        return UserMessage.of(
                UserMessage.Key.of(incident.verdict(), request.isSafe()),
                incident.verdict().publicDetail(),
                site,
                messages);
    }
}
