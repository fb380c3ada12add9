package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.errorpages.container.Container;
import org.errorpages.container.Option;
import org.errorpages.container.RawClient;
import org.errorpages.container.RawResponse;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the fields of the discarded body are removed and all others are kept. */
final class HeadersIT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(
            folder -> WarFolder.with(
                    folder,
                    "<listener><listener-class>" + ApplicationHeaders.Start.class.getName()
                            + "</listener-class></listener>"),
            Option.H2C);

    private static RawResponse thrown(Container container, String path) throws IOException {
        return ourPage(container, "/thrown" + path, 500);
    }

    private static RawResponse sent(Container container, String path) throws IOException {
        return ourPage(container, "/sent" + path, 503);
    }

    private static RawResponse ourPage(Container container, String path, int status) throws IOException {
        try (var client = RawClient.to(SERVERS.on(container))) {
            var answer = client.get(path, "Accept: text/html", "Accept-Language: ko");
            PublicPage.in(answer, status);
            return answer;
        }
    }

    @Case(62)
    void headerFieldsOfTheDiscardedBodyAreRemoved(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/body"), sent(container, "/body"))) {
            for (var name :
                    List.of("Content-Encoding", "ETag", "Content-Disposition", "Accept-Ranges", "Content-Range")) {
                assertThat(answer.headers(name)).as(name + " in " + answer).isEmpty();
            }
            assertThat(answer.headers("Content-Language")).containsExactly("ko");
        }
    }

    @Case(63)
    void corsAndSecurityHeadersAreKept(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/security"), sent(container, "/security"))) {
            assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("https://shop.test");
            assertThat(answer.headers("Access-Control-Allow-Credentials")).containsExactly("true");
            assertThat(answer.headers("Strict-Transport-Security")).containsExactly("max-age=31536000");
            assertThat(answer.headers("X-Request-Id")).containsExactly("r-1");
            // Browsers enforce both: that of the application and that of the page.
            assertThat(answer.headers("Content-Security-Policy")).hasSize(2).contains("frame-ancestors 'none'");
        }
    }

    @Case(64)
    void eachCookieIsSentOnce(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/cookies"), sent(container, "/cookies"))) {
            assertThat(answer.headers("Set-Cookie"))
                    .as(answer.toString())
                    .hasSize(4)
                    .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                    .anyMatch(cookie -> cookie.startsWith("theme=dark"))
                    .contains("tag=1; Path=/", "tag=2; Path=/shop");
        }
    }

    @Case(65)
    void varyIsExtended(Container container) throws IOException {
        assertThat(vary(thrown(container, "/vary"))).startsWith("origin, accept, cookie, ");
        assertThat(vary(sent(container, "/vary")))
                .startsWith(Differences.expected(65, container, "origin, accept, cookie, "));
    }

    private static String vary(RawResponse answer) {
        var lines = answer.headers("Vary");
        assertThat(lines).hasSize(1);
        var vary = lines.get(0).toLowerCase(Locale.ROOT);
        assertThat(vary.split(", *")).contains("accept", "accept-language").doesNotHaveDuplicates();
        return vary;
    }

    @Case(66)
    void thePageIsUtf8AfterAWriterInLatin1(Container container) throws Exception {
        for (var answer : List.of(thrown(container, "/latin1"), sent(container, "/latin1"))) {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(answer.bytes()))
                    .toString();

            assertThat(text).contains(answer.status() == 500 ? "서비스에 문제가 생겼습니다" : "지금은 서비스를 이용할 수 없습니다");
            assertThat(answer.latin1()).doesNotContain("lost", "?????");
        }
    }

    @Case(67)
    void thePageIsCompleteAfterTheStreamWasUsed(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/stream"), sent(container, "/stream"))) {
            assertThat(answer.headers("Content-Type")).containsExactly("text/html;charset=utf-8");
            assertThat(answer.text()).doesNotContain("lost");
        }
    }

    @Case(68)
    void thePageIsNotStored(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/body"), sent(container, "/body"))) {
            assertThat(answer.headers("Cache-Control")).containsExactly("no-store");
            for (var name : List.of("Expires", "Last-Modified", "Pragma", "Age")) {
                assertThat(answer.headers(name)).as(name + " in " + answer).isEmpty();
            }
        }
    }

    @Case(69)
    void trailerFieldsOfTheDiscardedBodyAreNotSent(Container container) throws IOException {
        for (var answer : List.of(thrown(container, "/trailers"), sent(container, "/trailers"))) {
            assertThat(answer.headers("Trailer")).isEmpty();
            assertThat(answer.headers("X-Checksum")).isEmpty();
            assertThat(answer.headers("Transfer-Encoding")).isEmpty();
        }
        // In HTTP/2 the framing always permits them.
        for (var path : List.of("/thrown/trailers", "/sent/trailers")) {
            var answer = SERVERS.on(container).sendOverHttp2("GET", path);
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isIn(500, 503);
            assertThat(answer.body()).endsWith("</html>");
        }
        assertThat(SERVERS.on(container).get("/trailers-asked-for").body()).isEqualTo("0");
    }
}
