package org.errorpages.render.html;

import java.io.Writer;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * What one page may cost, so that no template goes on for ever: so many expressions, so many bytes. Takes what is written.
 */
final class PageBudget extends Writer {

    /** The variable that holds the budget; no expression can name it. */
    static final String NAME = "budget!";

    private static final int MOST_EXPRESSIONS = 50_000;
    private static final int MOST_BYTES = 1_000_000;

    private final StringBuilder page = new StringBuilder(8_192);
    private int bytes;
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
        for (int i = offset; i < offset + length; i++) {
            bytes += bytes(characters[i]);
        }
        if (bytes > MOST_BYTES) {
            throw new TemplateProcessingException("an error page has at most " + MOST_BYTES + " bytes");
        }
        page.append(characters, offset, length);
    }

    /** Returns how many bytes UTF-8 has for a character; a pair of surrogates takes four. */
    private static int bytes(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
