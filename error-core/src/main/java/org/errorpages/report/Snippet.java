package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A few lines of a source file around one of them; redacted, bounded, and without characters that are not seen.
 *
 * @param file the path of the file below its root, such as {@code shop/Order.java}
 * @param firstLine the number of the first line
 * @param lines the lines
 * @param markedLine the number of the line that matters
 * @param newer whether the file was changed after the class was compiled, so that lines may have moved
 * @param place where it was found: a path, or {@code shop-1.2-sources.jar!/shop/Order.java}
 */
public record Snippet(String file, int firstLine, List<String> lines, int markedLine, boolean newer, String place) {

    /** The number of lines before and after the marked one. */
    public static final int CONTEXT = 5;

    private static final int MAX_LINES = 2 * CONTEXT + 1;

    public Snippet {
        Objects.requireNonNull(file);
        Objects.requireNonNull(place);
        lines = List.copyOf(lines);
        if (lines.size() > MAX_LINES || markedLine < firstLine || markedLine >= firstLine + lines.size()) {
            throw new IllegalArgumentException("line " + markedLine + " of " + lines.size() + " from " + firstLine);
        }
    }

    /** Returns the lines with their numbers in front; at the marked one with a {@code >} before its number. */
    public List<String> numbered() {
        int width = Integer.toString(firstLine + lines.size() - 1).length();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (numbered(firstLine + i, width) + lines.get(i)).stripTrailing())
                .toList();
    }

    private String numbered(int line, int width) {
        var number = Integer.toString(line);
        return (line == markedLine ? "> " : "  ") + " ".repeat(width - number.length()) + number + "  ";
    }
}
