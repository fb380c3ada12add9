package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.unbescape.html.HtmlEscape;

final class MarkupTest {

    @Property
    void textIsEscapedAsThymeleafEscapesIt(@ForAll("texts") String text) {
        assertThat(Markup.escaped(text)).isEqualTo(HtmlEscape.escapeHtml4Xml(text));
    }

    @Provide
    Arbitrary<String> texts() {
        var markup =
                Arbitraries.of("<", ">", "&", "\"", "'", "&amp;", "</style>", "é", "한", "\uD83D\uDE00", "\u0000", "a");
        return Arbitraries.oneOf(markup.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings());
    }

    @Test
    void textWithoutMarkupIsNotCopied() {
        var text = "7K3M-9QTB-4WXC";

        assertThat(Markup.escaped(text)).isSameAs(text);
    }
}
