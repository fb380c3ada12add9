package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a WAR with the jars in WEB-INF/lib and no configuration. */
final class DefaultConfigurationIT {

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> WarFolder.with(folder, ""));

    private static TestServer on(Container container) {
        return SERVERS.on(container);
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionGetsAResponse(Container container) {
        assertAnswered(on(container).get("/fail/bug"), 500);
    }

    @ParameterizedTest
    @EnumSource
    void aWrapperDoesNotHideTheCause(Container container) {
        assertAnswered(on(container).get("/fail/wrapped"), 500);
        assertAnswered(on(container).get("/fail/timeout"), 503);
    }

    @ParameterizedTest
    @EnumSource
    void anErrorIsHandledLikeAnException(Container container) {
        assertAnswered(on(container).get("/fail/error"), 500);
        assertAnswered(on(container).get("/fail/overflow"), 500);
    }

    @ParameterizedTest
    @EnumSource
    void aServerErrorOfSendErrorIsRenderedByTheErrorPage(Container container) {
        assertAnswered(on(container).get("/fail/send503"), 503);
    }

    @ParameterizedTest
    @EnumSource
    void aClientErrorOfSendErrorIsLeftToTheContainer(Container container) {
        var response = on(container).get("/fail/send404");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Language").orElse("")).isNotEqualTo("ko");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureBeforeTheFilterGetsAResponse(Container container) {
        assertAnswered(on(container).get("/broken-start"), 500);
    }

    @ParameterizedTest
    @EnumSource
    void everyMethodGetsAResponseBody(Container container) {
        for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertAnswered(on(container).send(method, "/fail/bug", "Accept-Language", "ko"), 500);
            assertAnswered(on(container).send(method, "/fail/send503", "Accept-Language", "ko"), 503);
        }
        assertAnswered(on(container).send("PURGE", "/ok", "Accept-Language", "ko"), 501);
    }

    @ParameterizedTest
    @EnumSource
    void headHasTheHeaderFieldsOfGetAndNoBody(Container container) {
        for (var path : List.of("/fail/bug", "/fail/send503")) {
            var get = on(container).get(path);
            var head = on(container).send("HEAD", path);

            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(head.headers().firstValue("Content-Length"))
                    .isEqualTo(get.headers().firstValue("Content-Length"))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatusWithABodyIsLeftUnchanged(Container container) {
        var response = on(container).get("/fail/status503");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"my\":\"body\"}");
        assertThat(response.headers().firstValue("Cache-Control")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPartialBodyIsReplaced(Container container) {
        var response = on(container).get("/fail/half");

        assertAnswered(response, 500);
        assertThat(response.body()).doesNotContain("half a page");
    }

    @ParameterizedTest
    @EnumSource
    void fieldsOfTheDiscardedBodyAreRemovedAndOthersKept(Container container) {
        var response = on(container).get("/fail/headers", "Accept-Language", "ko");
        var headers = response.headers();

        assertAnswered(response, 500);
        assertThat(headers.firstValue("Content-Encoding")).isEmpty();
        assertThat(headers.firstValue("Content-Disposition")).isEmpty();
        assertThat(headers.firstValue("ETag")).isEmpty();
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Vary")).hasSize(1).first().asString().startsWith("Origin, Accept,");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("https://shop.test");
        assertThat(headers.firstValue("Strict-Transport-Security")).contains("max-age=1");
        assertThat(headers.allValues("Set-Cookie")).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(headers.allValues("Date")).hasSize(1);
        assertThat(response.body()).contains("서비스에 문제가 생겼습니다");
    }

    @ParameterizedTest
    @EnumSource
    void aCommittedResponseIsVisiblyTruncated(Container container) {
        var bytes = on(container).raw("GET", "/fail/committed");

        assertThat(bytes).startsWith("HTTP/1.1 200").contains("half a page");
        assertThat(bytes).doesNotContain("0\r\n\r\n").doesNotContain("<html").doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionAfterStartAsyncIsHandledAtOnce(Container container) {
        long start = System.nanoTime();

        assertAnswered(on(container).get("/fail/async"), 500);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @ParameterizedTest
    // Undertow catches the exception below all filters and doesn't dispatch it: see fillEmptyErrors.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNDERTOW")
    void anUnavailableServletResultsIn503(Container container) {
        assertAnswered(on(container).get("/closing"), 503);
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessfulRequestGetsTheContainersOwnResponse(Container container) {
        var response = on(container).get("/ok");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("ok ").doesNotStartWith("ok org.errorpages");
    }

    @ParameterizedTest
    @EnumSource
    void thePathOfTheErrorPageIsNotServed(Container container) {
        assertThat(on(container).get("/errorpages").statusCode()).isEqualTo(404);
    }

    /** Asserts status, format and header fields, and that internals are hidden. */
    private static void assertAnswered(HttpResponse<String> response, int status) {
        var headers = response.headers();
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(headers.allValues("Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(headers.firstValue("Content-Language")).isPresent();
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(response.body())
                .startsWith("<!doctype html>")
                .endsWith("</html>")
                .contains(">" + status + "<")
                .doesNotContain("secret", "Exception", "closed");
    }
}
