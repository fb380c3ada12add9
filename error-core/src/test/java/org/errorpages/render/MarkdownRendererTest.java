package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.errorpages.describe.Fixtures;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.report.ErrorReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no text of a failure changes the elements of the document. */
final class MarkdownRendererTest {

    private static final List<String> EXPECTED = structure("harmless");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n# heading",
                "`````````",
                "~~~~",
                "` `` `",
                "\n\n# heading\n\n- item",
                "<script>alert(1)</script>",
                "[a](http://evil.example)",
                "![a](http://evil.example)",
                "<http://evil.example>",
                "a@evil.example @all",
                "\r\n```\r\n</pre><img src=x onerror=alert(1)>",
                "\u2028\u0000\u202E",
                "\\",
                "`\\",
                "#42 $x$ | ~~ &lt;"
            })
    void hostileTextDoesNotChangeTheDocumentStructure(String hostile) {
        assertThat(structure(hostile)).isEqualTo(EXPECTED);
    }

    @Property(tries = 200)
    void anyTextKeepsTheDocumentStructure(@ForAll("hostile") String text) {
        assertThat(structure(text)).isEqualTo(EXPECTED);
    }

    @Provide
    Arbitrary<String> hostile() {
        var marks = Arbitraries.strings()
                .withChars("`*_[](){}<>!#&;:/\\~|-+=.019aw \t\n\r$@\"'^\u0000\u2028한")
                .ofMinLength(1)
                .ofMaxLength(30);
        var fences = Arbitraries.strings().withChars("`~\n a").ofMinLength(1).ofMaxLength(12);
        return Arbitraries.oneOf(marks, fences);
    }

    @Test
    void theDocumentHasOnlyHeadingsTextAndCode() {
        assertThat(EXPECTED.stream().map(String::strip).distinct())
                .containsOnly(
                        "Document",
                        "Heading1",
                        "Heading2",
                        "Heading3",
                        "Paragraph",
                        "StrongEmphasis",
                        "BulletList",
                        "ListItem",
                        "Text",
                        "Code",
                        "FencedCodeBlock http",
                        "FencedCodeBlock sh",
                        "FencedCodeBlock text");
    }

    @Test
    void thePublicDocumentHasTheWordsOfPlainText() {
        var report = Fixtures.publicReport(new IllegalStateException(), RequestSnapshot.of("GET", "/a"));

        var text = new String(new TextRenderer().render(report), StandardCharsets.UTF_8);
        var rendered = MarkdownTree.of(rendered(report)).text();

        assertThat(letters(rendered)).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}→]", "");
    }

    private static List<String> structure(String text) {
        return MarkdownTree.of(rendered(HostileReports.containing(text))).structure();
    }

    private static String rendered(ErrorReport report) {
        return new String(new MarkdownRenderer().render(report), StandardCharsets.UTF_8);
    }
}
