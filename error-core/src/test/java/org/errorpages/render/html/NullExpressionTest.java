package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.stream.Collectors;
import org.errorpages.render.html.DeveloperModel.NullExpression;
import org.errorpages.source.SourceTokenizer;
import org.errorpages.source.SourceTokenizer.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the null expression of a NullPointerException is found in a source line. */
final class NullExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    because the return value of "shop.Customer.address()" is null | tax(customer.address().country());      | address(
                    because "customer" is null                                    | var x = customer.address();             | customer
                    because "this.orders" is null                                 | return orders.find(id);                 | orders
                    because "<local4>" is null                                    | return orders.find(id);                 |
                    because "order.customer.name" is null                         | order.names(order.customer.name.trim()) | name
                    because "id" is null                                          | width(void0, "id", id.trim());          | id
                    it was null                                                   | order.id();                             |
                    """)
    void theNullExpressionIsMarkedInTheLine(String message, String line, String expected) {
        var tokens = new SourceTokenizer("Order.java").tokens(line);

        var pieces = NullExpression.in("Cannot invoke \"x\" " + message)
                .map(pointed -> pointed.in(tokens))
                .orElse(tokens);

        assertThat(pieces.stream()
                        .filter(token -> token.kind().equals("pointed"))
                        .map(Token::text)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected == null ? "" : expected);
        assertThat(pieces.stream().map(Token::text).collect(Collectors.joining()))
                .isEqualTo(line);
    }

    @Test
    void aMessageOfTheJvmIsParsed() {
        var nothing = System.getProperty("there.is.no.such.property");

        assertThatNullPointerException()
                .isThrownBy(() -> assertThat(nothing.length()).isNegative())
                .satisfies(thrown -> assertThat(NullExpression.in(String.valueOf(thrown.getMessage())))
                        .isPresent());
    }
}
