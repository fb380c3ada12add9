package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests hidden frames, the first comment and the header fields of developer responses. */
final class DeveloperResponseTest {

    @Test
    void hiddenFramesAreCountedAndNotShown() {
        var answer = answer(thrown("broken"), "text/plain", "hiddenFrames", "lib.proxy, lib.Handler");

        assertThat(answer.text())
                .contains("shop.Order.place (Order.java:1)", "libs.Pool.get", "2 more frames")
                .doesNotContain("lib.proxy.Proxy", "lib.Handler$1");
    }

    @Test
    void theFirstCommentHasTheDiagnosisAndApplicationFrames() {
        var first = comment(answer(thrown("broken"), "text/html").text());

        assertThat(first)
                .contains("IllegalStateException in Order.place (Order.java:1): broken", "at shop.Order.place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--><b>x</b>", "--!><b>x</b>", "<!--", "->x", ">x", "a--"})
    void aMessageCannotEndTheFirstComment(String message) {
        var page = Jsoup.parse(answer(thrown(message), "text/html").text());

        assertThat(page.select("b")).hasSize(1);
        assertThat(page.childNodes().stream().filter(Comment.class::isInstance)).hasSize(1);
    }

    @Test
    void headersHaveDiagnosisAndRuleInAscii() {
        var headers = answer(thrown("결제 100%\r\nSet-Cookie: a=b"), "text/html").headers();

        assertThat(headers.get("X-Error-Diagnosis"))
                .startsWith("IllegalStateException in Order.place (Order.java:1): %EA%B2%B0%EC%A0%9C 100%25")
                .matches("[ -~]{1,600}");
        assertThat(headers.get("X-Error-Decision")).isEqualTo("no rule matches the exception or its causes");
    }

    @Test
    void aLongDiagnosisInAHeaderEndsWithAWholeCharacter() {
        var field = answer(thrown("결제".repeat(100)), "text/html").headers().get("X-Error-Diagnosis");

        assertThat(field).hasSizeBetween(592, 600);
        assertThat(URLDecoder.decode(field, StandardCharsets.UTF_8))
                .endsWith("결제")
                .doesNotContain("\uFFFD");
    }

    @Test
    void publicResponsesLackTheDeveloperHeaders() {
        var answer = Fixtures.builder("mode", "production", "applicationPackages", "shop")
                .build()
                .answer(Failure.thrown(thrown("broken")), Fixtures.request("text/html", "en"));

        assertThat(answer.headers()).doesNotContainKeys("X-Error-Diagnosis", "X-Error-Decision", "Link");
    }

    private static String comment(String page) {
        return Jsoup.parse(page).childNodes().stream()
                .filter(Comment.class::isInstance)
                .map(Node::outerHtml)
                .findFirst()
                .orElse("");
    }

    private static ErrorResponse answer(Throwable thrown, String format) {
        return answer(thrown, format, "siteName", "Shop");
    }

    private static ErrorResponse answer(Throwable thrown, String format, String key, String value) {
        return Fixtures.builder("mode", "development", "applicationPackages", "shop", key, value)
                .build()
                .answer(Failure.thrown(thrown), Fixtures.request(format, "en"));
    }

    private static Throwable thrown(String message) {
        var thrown = new IllegalStateException(message);
        thrown.setStackTrace(new StackTraceElement[] {
            frame("shop.Order", "place", "Order.java"),
            frame("lib.proxy.Proxy", "invoke", "Proxy.java"),
            frame("lib.Handler$1", "handle", "Handler.java"),
            frame("libs.Pool", "get", "Pool.java")
        });
        return thrown;
    }

    private static StackTraceElement frame(String className, String method, String file) {
        return new StackTraceElement(className, method, file, 1);
    }
}
