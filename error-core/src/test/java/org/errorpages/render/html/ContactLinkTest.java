package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContactLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"help@example.test", "mailto:help@example.test"})
    void aMailLinkContainsTheIncidentId(String contact) {
        var page = page(contact);

        assertThat(links(page))
                .isEqualTo("mailto:help@example.test?subject=" + page.response().incident());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "https://example.test/help?from=error", "mailto:help@example.test?subject=Help"})
    void anyOtherContactIsUnchanged(String contact) {
        assertThat(links(page(contact))).isEqualTo(contact);
    }

    @Test
    void withoutAContactThereIsNoContactLink() {
        assertThat(links(page(null))).isEmpty();
    }

    private static String links(PublicPage page) {
        return page.document().select("a").attr("href");
    }

    private static PublicPage page(@Nullable String contact) {
        var standard = ErrorPagesConfig.defaults();
        var config = new ErrorPagesConfig(
                standard.mode(),
                standard.developers(),
                standard.locales(),
                standard.defaultLocale(),
                new Site(null, null, contact),
                standard.theme(),
                standard.customResources(),
                standard.developer(),
                standard.upstream(),
                standard.logStacks());
        return PublicPage.of(ErrorPages.of(config), Failure.sent(500, ""), "en");
    }
}
