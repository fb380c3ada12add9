package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.errorpages.source.SourceTokenizer.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the tokens of source lines. */
final class SourceTokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Order.java   | return x;              | keyword:return
                    Order.java   | int returned = x;      | keyword:int
                    Order.java   | call("a \\" b") + c;   | string:"a \\" b"
                    Order.java   | char c = '"';          | keyword:char string:'"'
                    Order.java   | go(); // "no" return   | comment:// "no" return
                    Order.java   | /* a */ b /* c */      | comment:/* a */ comment:/* c */
                    Order.java   | @Override void f()     | annotation:@Override keyword:void
                    Order.java   | rate = 1_000.5f + x1   | literal:1_000.5f
                    Order.java   | data.open().when()     |
                    Order.kt     | data class Order       | keyword:data keyword:class
                    Order.scala  | lazy val x = 1         | keyword:lazy keyword:val literal:1
                    Order.groovy | def x = 'y'            | keyword:def string:'y'
                    Order.java   | open "unclosed         | string:"unclosed
                    """)
    void aTokenHasItsKind(String file, String line, String expected) {
        assertThat(format(new SourceTokenizer(file).tokens(line.strip())))
                .isEqualTo(expected == null ? "" : expected.strip());
    }

    @Test
    void aCommentMaySpanLines() {
        var tokenizer = new SourceTokenizer("Order.java");

        assertThat(format(tokenizer.tokens("int a; /* one"))).isEqualTo("keyword:int comment:/* one");
        assertThat(format(tokenizer.tokens("int two"))).isEqualTo("comment:int two");
        assertThat(format(tokenizer.tokens("three */ int b"))).isEqualTo("comment:three */ keyword:int");
    }

    @Test
    void aTextBlockMaySpanLines() {
        var tokenizer = new SourceTokenizer("Order.java");

        assertThat(format(tokenizer.tokens("\"\"\""))).isEqualTo("string:\"\"\"");
        assertThat(format(tokenizer.tokens("select 1 from x"))).isEqualTo("string:select 1 from x");
        assertThat(format(tokenizer.tokens("\"\"\".length() + 1"))).isEqualTo("string:\"\"\" literal:1");
    }

    @Test
    void aCommentThatBeganBeforeIsRecognisedByItsAsterisk() {
        assertThat(format(new SourceTokenizer("Order.java").tokens(" * int is a word")))
                .isEqualTo("comment: * int is a word");
    }

    @Property
    void theJoinedTokensAreTheLine(@ForAll @Size(max = 5) List<String> lines) {
        var tokenizer = new SourceTokenizer("Order.java");

        assertThat(lines).allSatisfy(line -> assertThat(
                        tokenizer.tokens(line).stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(line));
    }

    private static String format(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> !token.kind().isEmpty())
                .map(token -> token.kind() + ":" + token.text())
                .collect(Collectors.joining(" "));
    }
}
