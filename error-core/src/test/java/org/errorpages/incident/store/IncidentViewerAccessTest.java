package org.errorpages.incident.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.DeveloperPageSettings;
import org.errorpages.ErrorPages;
import org.errorpages.Fixtures;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.render.ErrorResponse;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who gets no response of the incident viewer. */
final class IncidentViewerAccessTest {

    private static final String LIST = DeveloperPageSettings.DEFAULT_INCIDENTS_PATH;

    private final ErrorPages pages = ErrorPages.of(Fixtures.config("mode", "development"));

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "PROPFIND"})
    void onlyGetAndHeadGetAResponse(String method) {
        var answer = fail("x");

        for (var path :
                new String[] {LIST, LIST + "/" + answer.incident(), LIST + "/" + answer.incident() + "/public"}) {
            var request = asking(path, "text/html", "en");
            assertThat(pages.incidents(request)).isPresent();
            assertThat(pages.incidents(new RequestSnapshot(
                            method, path, null, request.headers(), request.remoteAddress(), null, null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, evil",
        "Origin, http://evil.test",
        "Origin, http://localhost:3000",
        "Origin, https://localhost:8080.evil.test",
        "Origin, null",
        "X-Forwarded-For, 127.0.0.1",
        "Forwarded, for=127.0.0.1",
        "X-Real-IP, 127.0.0.1"
    })
    void otherClientsAndOriginsGetNoResponse(String name, String value) {
        var answer = fail("x");

        for (var path :
                new String[] {LIST, LIST + "/" + answer.incident(), LIST + "/" + answer.incident() + "/public"}) {
            assertThat(pages.incidents(asking(path, "text/html", "en"))).isPresent();
            assertThat(pages.incidents(asking(path, "text/html", "en").withHeader(name, value)))
                    .isEmpty();
        }
    }

    @Test
    void aDirectRequestAndOneOfTheSameOriginGetAResponse() {
        var request = asking(LIST, "text/html", "en");

        assertThat(pages.incidents(request.withHeader("Sec-Fetch-Site", "none")))
                .isPresent();
        assertThat(pages.incidents(request.withHeader("Sec-Fetch-Site", "same-origin")
                        .withHeader("Origin", "http://localhost:8080")))
                .isPresent();
    }

    @Test
    void otherAddressesAndHostsAndProductionGetNoResponse() {
        var request = asking(LIST, "text/html", "en");
        var evil =
                RequestSnapshot.of("GET", LIST).withRemoteAddress("127.0.0.1").withHeader("Host", "evil.test");
        var production = ErrorPages.of(Fixtures.config("developers", "loopback"));

        assertThat(pages.incidents(request.withRemoteAddress("203.0.113.7"))).isEmpty();
        assertThat(pages.incidents(request.withRemoteAddress(""))).isEmpty();
        assertThat(pages.incidents(evil)).isEmpty();
        assertThat(production.incidents(request)).isEmpty();
        assertThat(ErrorPages.of(Fixtures.config("mode", "development", "incidentsPath", "none"))
                        .incidents(request))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/x",
                "s",
                "/..",
                "/7K3M-9QTB-4VHX",
                "/ID/",
                "/ID/x",
                "/ID/public/",
                "/ID/public/ko/ko",
                "/ID/public.exe",
                "/ID.exe",
                "/ID/public/k",
                "//ID",
                ";x",
                "/ID;jsessionid=1",
                "/ID/public/ko_KR"
            })
    void anUnknownPathGetsNoResponse(String below) {
        var id = fail("x").incident().toString();

        assertThat(pages.incidents(asking(LIST + below.replace("ID", id), "text/html", "en")))
                .isEmpty();
    }

    private ErrorResponse fail(String message) {
        return pages.answer(
                Failure.thrown(new IllegalStateException(message)), asking("/orders/42", "text/html", "en"));
    }

    private static RequestSnapshot asking(String path, String mediaType, String language) {
        var request = Fixtures.request(mediaType, language);
        return new RequestSnapshot("GET", path, null, request.headers(), request.remoteAddress(), null, null);
    }
}
