package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.ExpectedPage.forStatus;
import static org.errorpages.conformance.ExpectedPage.forType;
import static org.errorpages.conformance.ExpectedPage.send;

import java.util.List;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a static file as the application's error page. */
final class StaticPageIT {

    private static final String PAGE = "<p>static page of the application</p>";

    @RegisterExtension
    static final Servers SERVERS = Servers.of(folder -> ExpectedPage.war(
                    folder,
                    forType("java.lang.UnsupportedOperationException", "/static.html")
                            + forType("java.lang.ArrayStoreException", "/static.html")
                            + forStatus(503, "/static.html"))
            .file("WEB-INF/error-map.properties", "java.lang.ArrayStoreException = 504\n")
            .file("static.html", PAGE));

    @Case(43)
    void aStaticPageIsShownForEveryMethod(Container container) throws Exception {
        for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
            assertShown(container, method, "/shop/static", 500);
            assertShown(container, method, "/shop/static504", 504);
            assertShown(container, method, "/shop/rejected", 503);
            assertShown(container, method, "/shop/send?503", 503);
        }
        assertThat(send(SERVERS.on(container), "GET", "/static.html").text()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @EnumSource
    void conditionalHeadersDoNotApplyToTheStaticPage(Container container) throws Exception {
        var future = "Fri, 01 Jan 2100 00:00:00 GMT";
        for (var condition :
                List.of("If-Modified-Since: " + future, "If-None-Match: *", "Range: bytes=0-2", "If-Match: \"none\"")) {
            assertShown(container, "GET", "/shop/static", 500, condition);
            assertShown(container, "GET", "/shop/static504", 504, condition);
            assertShown(container, "GET", "/shop/send?503", 503, condition);
        }
    }

    private static void assertShown(Container container, String method, String path, int status, String... headerLines)
            throws Exception {
        var answer = send(SERVERS.on(container), method, path, headerLines);

        assertThat(answer.status()).as(method + " " + path + " " + answer).isEqualTo(status);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.text()).isEqualTo(PAGE);
    }
}
