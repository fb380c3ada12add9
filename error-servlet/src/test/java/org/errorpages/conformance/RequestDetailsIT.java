package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.container.WarFolder.setting;

import org.errorpages.container.Container;
import org.errorpages.container.RawClient;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the details of a request on the developer page, and that reading them changes nothing. */
final class RequestDetailsIT {

    private static final String START = "<listener><listener-class>org.errorpages.conformance.ApplicationDetails$Start"
            + "</listener-class></listener>";

    @RegisterExtension
    static final Servers DEVELOPERS =
            Servers.of(folder -> WarFolder.with(folder, START + setting("mode", "development")));

    @RegisterExtension
    static final Servers PUBLIC = Servers.of(folder -> WarFolder.with(folder, START));

    private static String text(Container container, String path, String... headers) {
        var lines = new String[headers.length + 1];
        System.arraycopy(headers, 0, lines, 0, headers.length);
        lines[headers.length] = "Accept: text/plain";
        return Requests.get(DEVELOPERS.on(container), path, lines).text();
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void sessionAndRequestAttributesAreShownByNameAndTypeOnly(Container container) {
        assertThat(text(container, "/details/bug?page=2&token=secret", "Cookie: lang=en; remember=secret"))
                .contains("    page: 2\n", "    token: hidden (token)\n")
                .contains("    lang: hidden (cookie)\n", "    remember: hidden (cookie)\n")
                .contains("    basket: org.errorpages.conformance.ApplicationDetails$Basket\n")
                .contains("    note: java.lang.String\n")
                .contains("    order: org.errorpages.conformance.ApplicationDetails$Basket\n")
                .contains("    comment: java.lang.String\n")
                .contains("    Servlet: keeping\n", "    Mapped by: /details/*\n", "    Dispatched as: REQUEST\n")
                .contains("    Protocol: HTTP/1.1\n", "    Thread: ", "    Server: ")
                .contains(" values hidden: cookie ")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void detailsAreShownForSendErrorAndForLaterFailuresToo(Container container) {
        assertThat(text(container, "/details/send"))
                .contains("    basket: org.errorpages.conformance.ApplicationDetails$Basket\n")
                .contains("    jakarta.servlet.error.status_code: 503\n")
                .doesNotContain("secret");
        assertThat(text(container, "/details/async"))
                .contains("    basket: org.errorpages.conformance.ApplicationDetails$Basket\n")
                .contains("    Dispatched as: ASYNC\n")
                .contains("    jakarta.servlet.async.request_uri: /details/async\n")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void noSessionIsCreatedAndNoBodyIsRead(Container container) throws Exception {
        var answer = Requests.get(DEVELOPERS.on(container), "/details/plain", "Accept: text/plain");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(answer.text()).contains("    Mapped by: /details/*\n").doesNotContain("Session attributes");

        try (var client = RawClient.to(DEVELOPERS.on(container))) {
            client.write(String.join(
                    "\r\n",
                    "POST /details/plain HTTP/1.1",
                    "Host: localhost",
                    "Accept: text/plain",
                    "Content-Type: multipart/form-data; boundary=x",
                    "Content-Length: 1000",
                    "",
                    "--x",
                    ""));
            var unread = client.readResponse(false);
            assertThat(unread.status()).isEqualTo(500);
            assertThat(unread.text()).contains("    Content length: 1000\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void aFormThatTheApplicationHasReadIsShownWithoutTheQuery(Container container) throws Exception {
        var form = "name=wilhelmina&name=b%26o&password=hunter2&comment=a+b";

        for (var path : new String[] {"/details/form?name=eve&page=2", "/details/form-sent?name=eve&page=2"}) {
            assertThat(posted(container, path, "application/x-www-form-urlencoded", form))
                    .contains("    name: eve\n    page: 2\n")
                    .contains(
                            "    name: wilhelmina\n    name: b&o\n",
                            "    comment: a b\n",
                            "    password: hidden (passw)\n")
                    .doesNotContain("hunter2");
        }
        assertThat(posted(container, "/details/plain?name=eve", "application/x-www-form-urlencoded", form))
                .contains("    name: eve\n")
                .doesNotContain("wilhelmina", "hunter2", "comment");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void partsThatTheApplicationHasReadAreShownByNameTypeAndSize(Container container) throws Exception {
        var parts = String.join(
                "\r\n",
                "--x",
                "Content-Disposition: form-data; name=\"portrait\"; filename=\"ann.png\"",
                "Content-Type: image/png",
                "",
                "secret",
                "--x--",
                "");

        assertThat(posted(container, "/details/parts", "multipart/form-data; boundary=x", parts))
                .contains("portrait", "ann.png", "image/png")
                .doesNotContain("secret");
        assertThat(posted(container, "/details/plain", "multipart/form-data; boundary=x", parts))
                .doesNotContain("portrait", "secret");
    }

    private static String posted(Container container, String path, String type, String content) throws Exception {
        try (var client = RawClient.to(DEVELOPERS.on(container))) {
            client.write(String.join(
                    "\r\n",
                    "POST " + path + " HTTP/1.1",
                    "Host: localhost",
                    "Accept: text/plain",
                    "Content-Type: " + type,
                    "Content-Length: " + content.length(),
                    "Connection: close",
                    "",
                    content));
            return client.readResponse(false).text();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void thePublicPageShowsNoDetails(Container container) {
        assertThat(Requests.get(PUBLIC.on(container), "/details/bug", "Accept: text/plain")
                        .text())
                .doesNotContain("secret", "basket", "keeping", "/details");
        assertThat(Requests.get(
                                DEVELOPERS.on(container),
                                "/details/bug",
                                "Accept: text/plain",
                                "X-Forwarded-For: 10.0.0.1")
                        .text())
                .doesNotContain("secret", "basket", "keeping", "/details");
    }
}
