package org.errorpages.source;

/**
 * A link that opens a source file in the developer's editor.
 *
 * @param template the link, with {@code {line}} in place of a line number if the editor supports it
 * @param line the number of the line in the stack trace
 */
public record EditorLink(String template, int line) {

    static final String LINE = "{line}";

    /** Returns the link to the line in the stack trace. */
    public String url() {
        return at(line);
    }

    /** Returns the link to another line. */
    public String at(int number) {
        return template.replace(LINE, Integer.toString(Math.max(1, number)));
    }
}
