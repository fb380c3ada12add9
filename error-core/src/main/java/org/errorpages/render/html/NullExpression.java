package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.errorpages.source.SourceTokenizer.Token;

/**
 * The part of a line that was null, as the JVM says it (JEP 358): {@code because the return value of
 * "Customer.address()" is null}.
 *
 * @param expression the last part of the expression, such as {@code address(}
 */
record NullExpression(String expression) {

    private static final Pattern BECAUSE =
            Pattern.compile("because (?:the return value of )?\"([^\"<>]{1,300}+)\" is null");

    static Optional<NullExpression> in(String message) {
        var because = BECAUSE.matcher(message);
        return because.find() ? Optional.of(new NullExpression(last(because.group(1)))) : Optional.empty();
    }

    /** The JVM names the declaring class or {@code this}, which the line need not say. */
    private static String last(String expression) {
        int call = expression.indexOf('(');
        var name = call < 0 ? expression : expression.substring(0, call + 1);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Returns the pieces of a line with that part as a piece of its own, where the line has it. */
    List<Token> in(List<Token> tokens) {
        var pieces = new ArrayList<Token>();
        boolean found = false;
        for (var token : tokens) {
            int at = found || !token.kind().isEmpty() ? -1 : place(token.text());
            if (at < 0) {
                pieces.add(token);
            } else {
                int end = at + expression.length();
                pieces.add(new Token("", token.text().substring(0, at)));
                pieces.add(new Token("pointed", token.text().substring(at, end)));
                pieces.add(new Token("", token.text().substring(end)));
                found = true;
            }
        }
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    /** Returns where the expression stands as a whole word, or -1. */
    private int place(String text) {
        int at = text.indexOf(expression);
        while (at >= 0 && !isWhole(text, at)) {
            at = text.indexOf(expression, at + 1);
        }
        return at;
    }

    private boolean isWhole(String text, int at) {
        int end = at + expression.length();
        boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
        boolean isCall = expression.endsWith("(");
        return begins && (isCall || end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)));
    }
}
