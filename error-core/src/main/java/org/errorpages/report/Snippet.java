package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.errorpages.report.source.SourceText;

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

    private static final int CONTEXT = 5;
    private static final int MAX_LINES = 2 * CONTEXT + 1;
    private static final int MAX_LINE = 400;
    private static final int MAX_NAME = 1_000;

    /** So much is looked through for secrets: a secret that begins in what is shown is seen whole. */
    private static final int MAX_READ = 5 * MAX_LINE;

    public Snippet {
        Objects.requireNonNull(file);
        Objects.requireNonNull(place);
        lines = List.copyOf(lines);
        if (lines.size() > MAX_LINES || markedLine < firstLine || markedLine >= firstLine + lines.size()) {
            throw new IllegalArgumentException("line " + markedLine + " of " + lines.size() + " from " + firstLine);
        }
    }

    /**
     * Returns the lines around one, or nothing where the file has no such line.
     *
     * @param counted the places of lines of the file in which what is hidden is counted already
     */
    static Optional<Snippet> of(SourceText source, int line, Redactor redactor, Set<Integer> counted) {
        if (line < 1) {
            return Optional.empty();
        }
        int first = Math.max(1, line - CONTEXT);
        var read = source.text()
                .lines()
                .limit((long) line + CONTEXT)
                .map(text -> text.substring(0, Math.min(text.length(), MAX_READ)))
                .toList();
        var lines = new SourceSecrets(redactor, source.file())
                .shown(read, first - 1, counted).stream()
                        .map(text -> ForeignText.block(text, MAX_LINE))
                        .toList();
        return (long) first + lines.size() > line
                ? Optional.of(
                        new Snippet(name(source.file()), first, lines, line, source.newer(), name(source.place())))
                : Optional.empty();
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

    private static String name(String file) {
        return ForeignText.line(file, MAX_NAME);
    }
}
