package org.errorpages.trace;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.Snippet;
import org.errorpages.source.SourceFinder;
import org.errorpages.source.SourceRedactor;
import org.errorpages.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources of one report: for a short time only, and reads each of so many files once. Not thread-safe.
 */
public final class SourceLookup {

    private static final int MAX_FILES = 40;
    private static final int MAX_LINE = 400;
    private static final int MAX_NAME = 1_000;

    /** A longer part of a line is searched for secrets than shown, so that one at the end is found. */
    private static final int MAX_READ = 5 * MAX_LINE;

    private static final long LONGEST = Duration.ofMillis(200).toNanos();

    private final SourceFinder sources;
    private final LongSupplier nanos;
    private final long begin;
    private final Map<String, Optional<SourceText>> read = new HashMap<>();
    private final Redactor redactor;

    /** The lines of each file whose secrets are counted already. */
    private final Map<String, Set<Integer>> countedLines = new HashMap<>();

    public SourceLookup(SourceFinder sources, Redactor redactor, LongSupplier nanos) {
        this.sources = sources;
        this.redactor = redactor;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    /** Returns the source file of a frame, or nothing where it is not found or the time is up. */
    Optional<SourceText> textOf(StackTraceElement frame) {
        var key = file(frame);
        if (!read.containsKey(key) && (read.size() == MAX_FILES || nanos.getAsLong() - begin >= LONGEST)) {
            return Optional.empty();
        }
        return read.computeIfAbsent(key, unread -> sources.textOf(frame));
    }

    /** Returns the redacted lines around one, or null where the file has no such line. */
    public @Nullable Snippet snippet(SourceText source, int line) {
        if (line < 1) {
            return null;
        }
        int first = Math.max(1, line - Snippet.CONTEXT);
        var read = source.text()
                .lines()
                .limit((long) line + Snippet.CONTEXT)
                .map(text -> text.substring(0, Math.min(text.length(), MAX_READ)))
                .toList();
        var counted = countedLines.computeIfAbsent(source.place(), place -> new HashSet<>());
        var lines = new SourceRedactor(redactor, source.file())
                .redact(read, first - 1, counted).stream()
                        .map(text -> SafeText.block(text, MAX_LINE))
                        .toList();
        return (long) first + lines.size() > line
                ? new Snippet(name(source.file()), first, lines, line, source.newer(), name(source.place()))
                : null;
    }

    private static String name(String file) {
        return SafeText.line(file, MAX_NAME);
    }

    /** The classes of one file lie in one package. */
    private static String file(StackTraceElement frame) {
        var name = String.valueOf(frame.getClassName());
        return name.substring(0, name.lastIndexOf('.') + 1) + "/" + frame.getFileName();
    }
}
