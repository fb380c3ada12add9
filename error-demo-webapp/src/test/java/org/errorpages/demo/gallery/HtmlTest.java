package org.errorpages.demo.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.demo.gallery.Html.Element;
import org.junit.jupiter.api.Test;

final class HtmlTest {

    @Test
    void textIsEscaped() {
        var hostile = Element.of("p", "</p><script>alert('&amp;')</script>");

        assertThat(hostile.document())
                .isEqualTo("<!doctype html><p>&lt;/p&gt;&lt;script&gt;alert('&amp;amp;')&lt;/script&gt;</p>");
    }

    @Test
    void anAttributeValueIsEscaped() {
        var hostile = Element.link("/\"><script>&", "x");

        assertThat(hostile.document()).startsWith("<!doctype html><a href=\"/&quot;&gt;&lt;script&gt;&amp;\">");
    }

    @Test
    void aVoidElementGetsNoEndTag() {
        var head = Element.of("head", Element.of("meta").with("charset", "utf-8"), Element.of("title", "x"));

        assertThat(head.document()).contains("<meta charset=\"utf-8\"/><title>").doesNotContain("</meta>");
    }

    @Test
    void anEmptyElementKeepsItsEndTag() {
        assertThat(Element.of("iframe").with("src", "/").document()).endsWith("<iframe src=\"/\"></iframe>");
    }
}
