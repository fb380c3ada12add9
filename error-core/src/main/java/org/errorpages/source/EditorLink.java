package org.errorpages.source;

import java.util.Objects;

/**
 * What opens a file in the editor of the developer who looks at the page.
 *
 * @param template the link, with {@code {line}} where the number of a line belongs, if it has a place for one
 * @param line the number of the line that matters
 */
public record EditorLink(String template, int line) {

    public EditorLink {
        Objects.requireNonNull(template);
    }

    /** Returns the link that opens the line that matters. */
    public String url() {
        return at(line);
    }

    /** Returns the link that opens a line. */
    public String at(int number) {
        return template.replace(EditorTemplate.LINE, Integer.toString(Math.max(1, number)));
    }
}
