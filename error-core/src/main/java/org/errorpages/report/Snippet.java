package org.errorpages.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Redacted source lines around a line of a stack trace.
 *
 * @param file the path of the file below its source folder, such as {@code shop/Order.java}
 * @param markedLine the number of the line of the stack trace
 * @param newerThanClass whether the file is newer than the class, so that line numbers may be wrong
 * @param location the location of the file: a path, or {@code shop-1.2-sources.jar!/shop/Order.java}
 */
public record Snippet(
        String file, int firstLine, List<String> lines, int markedLine, boolean newerThanClass, String location) {

    /** The number of lines before and after the marked line. */
    public static final int CONTEXT = 5;

    private static final int MAX_LINES = 2 * CONTEXT + 1;

    public Snippet {
        lines = List.copyOf(lines);
        if (lines.size() > MAX_LINES || markedLine < firstLine || markedLine >= firstLine + lines.size()) {
            throw new IllegalArgumentException("line " + markedLine + " of " + lines.size() + " from " + firstLine);
        }
    }

    /** Returns the lines with line numbers, and {@code >} before the number of the marked line. */
    public List<String> numberedLines() {
        int width = Integer.toString(firstLine + lines.size() - 1).length();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (prefix(firstLine + i, width) + lines.get(i)).stripTrailing())
                .toList();
    }

    private String prefix(int line, int width) {
        var number = Integer.toString(line);
        return (line == markedLine ? "> " : "  ") + " ".repeat(width - number.length()) + number + "  ";
    }
}
