package org.errorpages.render.html;

import java.io.Writer;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * What one page may cost, so that no template goes on for ever: so many expressions, so many characters. Takes what is
 * written.
 */
final class PageBudget extends Writer {

    /** The variable that holds the budget; no expression can name it. */
    static final String NAME = "budget!";

    private static final int MOST_EXPRESSIONS = 50_000;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final StringBuilder page = new StringBuilder(8_192);
    private final int[] expressions = {MOST_EXPRESSIONS};

    /** Takes notice of an expression that is evaluated. */
    void spend() {
        if (expressions[0]-- == 0) {
            throw new TemplateProcessingException(
                    "an error page evaluates at most " + MOST_EXPRESSIONS + " expressions");
        }
    }

    String written() {
        return page.toString();
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        if (page.length() + length > MOST_CHARACTERS) {
            throw new TemplateProcessingException("an error page has at most " + MOST_CHARACTERS + " characters");
        }
        page.append(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
