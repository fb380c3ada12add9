package org.errorpages.trace;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.Redactor;
import org.errorpages.report.Snippet;
import org.errorpages.source.SourceFinder;
import org.errorpages.source.SourceFinder.SourceText;
import org.errorpages.source.SourceRedactor;
import org.jspecify.annotations.Nullable;

/** Reads the source snippets of one report within limits of time and number. Not thread-safe. */
final class SnippetReader {

    private static final int MAX_FILES = 40;
    private static final int MAX_LINE = 400;
    private static final int MAX_NAME = 1_000;

    /** The length searched for secrets exceeds the one shown, so that a secret at the end is found. */
    private static final int MAX_READ = 5 * MAX_LINE;

    private static final long MAX_NANOS = Duration.ofMillis(200).toNanos();

    private final SourceFinder sources;
    private final LongSupplier nanos;
    private final long begin;
    private final Map<String, Optional<SourceText>> files = new HashMap<>();
    private final Redactor redactor;

    /** The lines of each file whose secrets are already counted. */
    private final Map<String, Set<Integer>> countedLines = new HashMap<>();

    SnippetReader(SourceFinder sources, Redactor redactor, LongSupplier nanos) {
        this.sources = sources;
        this.redactor = redactor;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** Returns the source file of a frame, or empty if it isn't found or the time is over. */
    Optional<SourceText> find(StackTraceElement frame) {
        var key = file(frame);
        if (!files.containsKey(key) && (files.size() == MAX_FILES || nanos.getAsLong() - begin >= MAX_NANOS)) {
            return Optional.empty();
        }
        return files.computeIfAbsent(key, unread -> sources.find(frame));
    }

    /** Returns the redacted lines around a line, or null if the file has no such line. */
    @Nullable Snippet snippet(SourceText source, int line) {
        if (line < 1) {
            return null;
        }
        int first = Math.max(1, line - Snippet.CONTEXT);
        var read = source.text()
                .lines()
                .limit((long) line + Snippet.CONTEXT)
                .map(text -> text.substring(0, Math.min(text.length(), MAX_READ)))
                .toList();
        var counted = countedLines.computeIfAbsent(source.location(), place -> new HashSet<>());
        var lines = new SourceRedactor(redactor, source.file())
                .redact(read, first - 1, counted).stream()
                        .map(text -> PrintableText.block(text, MAX_LINE))
                        .toList();
        return (long) first + lines.size() > line
                ? new Snippet(name(source.file()), first, lines, line, source.newerThanClass(), name(source.location()))
                : null;
    }

    private static String name(String file) {
        return PrintableText.line(file, MAX_NAME);
    }

    /** Returns a key that all classes of one file share. */
    private static String file(StackTraceElement frame) {
        var name = String.valueOf(frame.getClassName());
        return name.substring(0, name.lastIndexOf('.') + 1) + "/" + frame.getFileName();
    }
}
