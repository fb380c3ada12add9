package org.errorpages.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.errorpages.report.source.SnippetSource;
import org.errorpages.report.source.SourceText;

/** Looks for the sources of one report: for a short time only, and reads each of so many files once. For one thread. */
final class SourceLookup {

    private static final int MAX_FILES = 40;
    private static final long LONGEST = Duration.ofMillis(200).toNanos();

    private final SnippetSource sources;
    private final LongSupplier nanos;
    private final long begin;
    private final Map<String, Optional<SourceText>> read = new HashMap<>();

    SourceLookup(SnippetSource sources, LongSupplier nanos) {
        this.sources = sources;
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

    /** The classes of one file lie in one package. */
    private static String file(StackTraceElement frame) {
        var name = String.valueOf(frame.getClassName());
        return name.substring(0, name.lastIndexOf('.') + 1) + "/" + frame.getFileName();
    }
}
