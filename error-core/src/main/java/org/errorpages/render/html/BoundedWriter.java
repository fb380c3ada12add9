package org.errorpages.render.html;

import java.io.Writer;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Collects one page and fails when the page costs more than a page may, so that no template runs forever. */
final class BoundedWriter extends Writer {

    private static final int MAX_EXPRESSIONS = 50_000;
    private static final int MAX_BYTES = 1_000_000;

    private final StringBuilder page = new StringBuilder(8_192);
    private int bytes;
    private int expressions;

    /** Counts an evaluated expression; a loop without output ends here. */
    void countExpression() {
        expressions++;
        if (expressions > MAX_EXPRESSIONS) {
            throw new TemplateProcessingException(
                    "an error page evaluates at most " + MAX_EXPRESSIONS + " expressions");
        }
    }

    @Override
    public void write(int character) {
        count((char) character);
        page.append((char) character);
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            count(characters[i]);
        }
        page.append(characters, offset, length);
    }

    /** A pair of surrogates takes four bytes of UTF-8. */
    private void count(char c) {
        bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        if (bytes > MAX_BYTES) {
            throw new TemplateProcessingException("an error page has at most " + MAX_BYTES + " bytes");
        }
    }

    @Override
    public String toString() {
        return page.toString();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
