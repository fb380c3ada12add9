package org.errorpages.render.html;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Tells whether a page of the application can be rendered ahead: whether it writes out what is different for each
 * incident, or asks whether it is there, but never compares it or passes it on under another name.
 */
final class Foresight {

    /** The names of the model that are different for each incident. */
    private static final Pattern DIFFERENT = Pattern.compile("\\b(incident|time|clock|contactUrl)\\b");

    /** An attribute, and an expression in the text. */
    private static final Pattern EXPRESSION =
            Pattern.compile("([\\w:.-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')|\\[\\[.*?]]", Pattern.DOTALL);

    private static final Pattern COMPARISON = Pattern.compile("[=!]=|[<>%]|&[lg]t;|\\b(eq|neq?|[gl][te]|mod)\\b");

    /** What gives a value another name, or compares it with others. */
    private static final Pattern PASSING_ON =
            Pattern.compile("(th:|data-th-)(with|each|object|switch|case|insert|replace|include|assert)");

    private Foresight() {}

    /** Returns whether the pages that a template makes for two incidents differ in what it writes out only. */
    static boolean isWrittenOut(String template) {
        return EXPRESSION
                .matcher(template)
                .results()
                .filter(found -> isDifferent(found.group()))
                .noneMatch(Foresight::isUsedOtherwise);
    }

    private static boolean isDifferent(String expression) {
        return expression.contains("{") && DIFFERENT.matcher(expression).find();
    }

    private static boolean isUsedOtherwise(MatchResult expression) {
        var attribute = expression.group(1);
        if (attribute == null) {
            return COMPARISON.matcher(expression.group()).find();
        }
        return PASSING_ON.matcher(attribute.toLowerCase(Locale.ROOT)).matches()
                || COMPARISON.matcher(expression.group(2)).find();
    }
}
