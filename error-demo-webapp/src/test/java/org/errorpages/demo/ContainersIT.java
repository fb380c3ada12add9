package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.container.Container;
import org.errorpages.container.Servers;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the packed shop, unchanged, on every container. */
final class ContainersIT {

    @RegisterExtension
    static final Servers SHOPS = Servers.of(Shop.war());

    @ParameterizedTest
    @EnumSource
    void theIndexPageIsServed(Container container) {
        var index = SHOPS.on(container).get("/");

        assertThat(index.statusCode()).isEqualTo(200);
        assertThat(index.body()).contains("Harbour Books");
        assertThat(SHOPS.on(container).get("/ok").body()).isEqualTo("ok\n");
    }

    @ParameterizedTest
    @EnumSource
    void aSlowProviderResultsIn504(Container container) {
        var answer = SHOPS.on(container).get("/fail/504", "Accept", "text/plain", "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("The answer is taking too long", "Why 504");
    }

    @ParameterizedTest
    @EnumSource
    void theGalleryIsAccessible(Container container) {
        var gallery = SHOPS.on(container);

        assertThat(gallery.get("/gallery").body()).contains("Every page in every language");
        assertThat(gallery.get("/gallery/").statusCode()).isEqualTo(200);
        assertThat(gallery.get("/gallery/504/ko/developer", "Accept-Language", "en")
                        .body())
                .contains("SampleFailure", "lang=\"ko\"");
        assertThat(gallery.get("/gallery/599").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewSucceedsAndOnlyTheGalleryMayFrameIt(Container container) {
        var preview = SHOPS.on(container).get("/gallery/504/ko/public");

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(preview.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("frame-ancestors 'self'");
        assertThat(preview.body()).contains("응답이 너무 오래 걸립니다").doesNotContain("SampleFailure");
    }
}
