package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "help@shop.example, mailto:help@shop.example",
        "mailto:help@shop.example, mailto:help@shop.example",
        "https://shop.example/help, https://shop.example/help",
        "/help, /help",
        "tel:+49-30-1, tel:+49-30-1"
    })
    void aContactHasAUrl(String contact, String url) {
        assertThat(new Site(null, null, contact).contactUrl()).isEqualTo(url);
    }

    @Test
    void aSiteWithoutContactHasNoContactUrl() {
        assertThat(Site.UNNAMED.contactUrl()).isNull();
    }
}
