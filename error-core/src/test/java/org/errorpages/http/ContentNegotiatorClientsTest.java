package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the formats that real clients get. */
final class ContentNegotiatorClientsTest {

    private static final ContentNegotiator<Renderer> BUILT_IN = new ContentNegotiator<>(List.of(
            HtmlRenderer.builtIn(),
            new ProblemJsonRenderer(),
            new ProblemXmlRenderer(),
            new TextRenderer(),
            new MarkdownRenderer()));

    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

    private static final String FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final String FIREFOX_92 = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,"
            + "image/webp,image/png,image/svg+xml,*/*;q=0.8";

    private static final String IMG = "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aClientGetsTheExpectedFormat(String client, String format, List<String> headers) {
        assertThat(chosen(headers)).isEqualTo(format);
    }

    static Stream<Arguments> aClientGetsTheExpectedFormat() {
        return Stream.of(
                client("Chrome", "text/html", "Accept", CHROME, "Sec-Fetch-Dest", "document"),
                client("Chrome over http", "text/html", "Accept", CHROME),
                client("Firefox and Safari", "text/html", "Accept", FIREFOX),
                client("Firefox 92 to 131", "text/html", "Accept", FIREFOX_92),
                client("curl", "text/plain", "Accept", "*/*", "User-Agent", "curl/8.5.0"),
                client("wget", "text/plain", "Accept", "*/*", "User-Agent", "Wget/1.21.4"),
                client("HTTPie", "text/plain", "Accept", "*/*", "User-Agent", "HTTPie/3.2.2"),
                client("python-requests", "text/html", "Accept", "*/*", "User-Agent", "python-requests/2.31.0"),
                client(
                        "fetch",
                        "application/problem+json",
                        "Accept",
                        "*/*",
                        "Sec-Fetch-Dest",
                        "empty",
                        "Sec-Fetch-Mode",
                        "cors"),
                client("XHR of old", "application/problem+json", "Accept", "*/*", "X-Requested-With", "XMLHttpRequest"),
                client("JSON sent", "application/problem+json", "Accept", "*/*", "Content-Type", "application/json"),
                client("JSON family sent", "application/problem+json", "Content-Type", "application/vnd.api+json"),
                client(
                        "XML sent",
                        "application/problem+xml",
                        "Accept",
                        "*/*",
                        "Content-Type",
                        "text/xml; charset=utf-8"),
                client("axios", "application/problem+json", "Accept", "application/json, text/plain, */*"),
                client(
                        "jQuery json",
                        "application/problem+json",
                        "Accept",
                        "application/json, text/javascript, */*; q=0.01"),
                client("htmx", "text/html", "Accept", "text/html, */*"),
                client("Turbo", "text/html", "Accept", "text/vnd.turbo-stream.html, text/html, application/xhtml+xml"),
                client("img", "text/plain", "Accept", IMG, "Sec-Fetch-Dest", "image"),
                client("img over http", "text/html", "Accept", IMG),
                client("css", "text/plain", "Accept", "text/css,*/*;q=0.1", "Sec-Fetch-Dest", "style"),
                client("script", "text/plain", "Accept", "*/*", "Sec-Fetch-Dest", "script"),
                client("font", "text/plain", "Accept", "*/*", "Sec-Fetch-Dest", "font"),
                client("iframe", "text/html", "Accept", "*/*", "Sec-Fetch-Dest", "iframe"),
                client("navigation", "text/html", "Accept", "*/*", "Sec-Fetch-Mode", "navigate"),
                client(
                        "EventSource",
                        "application/problem+json",
                        "Accept",
                        "text/event-stream",
                        "Sec-Fetch-Dest",
                        "empty"),
                client("EventSource over http", "text/html", "Accept", "text/event-stream"),
                client("no header", "text/html"),
                client("okhttp", "text/html", "User-Agent", "okhttp/4.12.0"),
                client("fetch without Accept", "application/problem+json", "Sec-Fetch-Dest", "empty"),
                client("HttpURLConnection", "text/html", "Accept", "text/html, image/gif, image/jpeg, */*; q=0.2"),
                client("HttpURLConnection of old", "text/html", "Accept", "*; q=.2, */*; q=.2"),
                client("Feign", "application/problem+json", "Accept", "application/json, application/*+json"),
                client("Feign family", "application/problem+json", "Accept", "application/*+json"),
                client("text/json", "application/problem+json", "Accept", "text/json"),
                client("HAL", "application/problem+json", "Accept", "application/hal+json"),
                client("SOAP", "application/problem+xml", "Accept", "application/soap+xml"),
                client("RSS", "application/problem+xml", "Accept", "application/rss+xml, text/xml;q=0.9"),
                client("XML", "application/problem+xml", "Accept", "application/xml"),
                client("Markdown", "text/markdown", "Accept", "text/markdown", "User-Agent", "curl/8.5.0"),
                client("Markdown of old", "text/markdown", "Accept", "text/x-markdown"),
                client("reader of Markdown", "text/markdown", "Accept", "text/markdown, text/html, */*"),
                client(
                        "reader of Markdown by weight",
                        "text/markdown",
                        "Accept",
                        "text/markdown;q=1.0, text/x-markdown;q=0.9, text/plain;q=0.8, text/html;q=0.7, */*;q=0.1"),
                client("XHTML alone", "text/html", "Accept", "application/xhtml+xml"));
    }

    private static Arguments client(String name, String format, String... headers) {
        return Arguments.of(name, format, List.of(headers));
    }

    private static String chosen(List<String> headers) {
        return choice(headers).representation().mediaType().toString();
    }

    private static ContentNegotiator.Choice<Renderer> choice(List<String> namesAndValues) {
        var headers = RequestHeaders.none();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            headers = headers.plus(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return BUILT_IN.choose(headers);
    }
}
