package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.FencedCodeBlock;
import org.errorpages.render.MarkdownRenderer.Markdown;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with a real parser that strings in Markdown are unchanged. */
final class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# heading",
                "#",
                "heading #",
                "====",
                "----",
                "***",
                "- item",
                "+ item",
                "* item",
                "1. item",
                "12) item",
                "> quote",
                "    indented",
                "\tindented",
                "```",
                "~~~",
                "``` `` `",
                "`code`",
                "*strong*",
                "__strong__",
                "[link](http://evil.example)",
                "[link]: http://evil.example",
                "![image](http://evil.example/i.png)",
                "<http://evil.example>",
                "<a@evil.example>",
                "<script>alert(1)</script>",
                "<!-- ",
                "<?php",
                "<![CDATA[",
                "&lt;b&gt; &#60; &amp;",
                "\\",
                "\\\\*",
                "a\\",
                "two\nlines",
                "two\r\n\r\n# paragraphs",
                "break  \n",
                "| a | b |",
                "a\u2028b\u0085c\u0000",
                "~~gone~~",
                "$x$",
                "[^1]",
                "- [ ] task",
                "<div>",
                "a  b",
                " "
            })
    void hostileWordsBecomeText(String hostile) {
        assertIsText(hostile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "www.evil.example", "a@evil.example", "@someone", "#42", "`@someone`"})
    void aWordThatADialectWouldLinkBecomesCode(String word) {
        var tree = MarkdownTree.of(Markdown.text("see " + word + " there"));

        assertThat(tree.structure()).containsExactly("Document", " Paragraph", "  Text", "  Code", "  Text");
        assertThat(tree.text()).isEqualTo("see " + word + " there");
    }

    @Property
    void anyWordsBecomeText(@ForAll("hostile") String words) {
        assertIsText(words);
    }

    @Property
    void anyStringBecomesCode(@ForAll("hostile") String string) {
        var code = Markdown.code(string);

        for (var before : List.of("", "# ", "- ", "text ")) {
            var tree = MarkdownTree.of(before + code + (before.startsWith("t") ? " `x`" : ""));
            var rest = before.startsWith("t") ? "text " + oneLine(string) + " x" : oneLine(string);
            assertThat(string.isEmpty() ? rest : tree.text()).isEqualTo(rest);
        }
    }

    @Property
    void anyLinesBecomeOneCodeBlock(@ForAll("hostile") String first, @ForAll("hostile") String second) {
        var tree = MarkdownTree.of(Markdown.block("text", List.of(first, second)) + "\n\n# end");

        assertThat(tree.structure()).containsExactly("Document", " FencedCodeBlock text", " Heading1", "  Text");
        assertThat(((FencedCodeBlock) tree.root().getFirstChild()).getLiteral())
                .isEqualTo(oneLine(first) + "\n" + oneLine(second) + "\n");
    }

    @Provide
    Arbitrary<String> hostile() {
        var marks = Arbitraries.strings().withChars("`*_[](){}<>!#&;:/\\~|-+=.019aw \t\n\r$@\"'^\u0000\u2028한");
        var fences = Arbitraries.strings().withChars("` ").ofMaxLength(6);
        return Arbitraries.oneOf(
                marks.ofMaxLength(40), fences, Arbitraries.strings().ofMaxLength(20));
    }

    private static void assertIsText(String words) {
        var expected = oneLine(words).strip();
        for (var before : List.of("", "# ", "- ")) {
            var tree = MarkdownTree.of(before + Markdown.text(words));

            assertThat(tree.text()).isEqualTo(expected);
            assertThat(tree.structure().stream().map(String::strip))
                    .isSubsetOf("Document", "Paragraph", "Heading1", "BulletList", "ListItem", "Text", "Code");
        }
    }

    private static String oneLine(String string) {
        return string.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029&&[^\\t]]", " ");
    }
}
