package org.errorpages.trace;

import java.util.Arrays;
import java.util.List;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;
import org.errorpages.report.FrameReport;
import org.errorpages.source.ClassOrigins;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Creates the reports of the frames of one failure. Not thread-safe.
 *
 * <p>Application code is every class in one of the application's packages or, if none is named, every class that was loaded
 * from a folder or from {@code WEB-INF/classes} rather than from a jar. No class is initialised for that.
 */
public final class FrameReportFactory {

    private static final int MAX_NAME = 500;

    private final ApplicationCode code;
    private final ClassOrigins origins = new ClassOrigins();

    public FrameReportFactory(ApplicationCode code) {
        this.code = code;
    }

    /** Returns the report of a frame, without its source. */
    FrameReport report(StackTraceElement frame) {
        return of(frame, isOwn(frame), origins.libraryOf(frame).orElse(null));
    }

    /** Returns whether a frame is in application code. */
    boolean isOwn(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return code.packages().isEmpty()
                ? origins.isUnpacked(className)
                : code.packages().stream().anyMatch(name -> className.startsWith(name + "."));
    }

    /**
     * Returns the frame of the application nearest to the root of a chain, without its library, or null. No jar is opened and
     * no source is read.
     */
    public @Nullable FrameReport nearestToRoot(CauseChain chain) {
        var above = List.<StackTraceElement>of();
        StackTraceElement nearest = null;
        for (var link : chain.links()) {
            var frames = frames(link);
            nearest = code.shown(distinct(frames, above)).stream()
                    .filter(this::isOwn)
                    .findFirst()
                    .orElse(nearest);
            above = frames;
        }
        return nearest == null ? null : of(nearest, true, null);
    }

    private static List<StackTraceElement> frames(SafeThrowable suspect) {
        return Arrays.asList(suspect.frames());
    }

    static FrameReport of(StackTraceElement frame, boolean own, @Nullable String library) {
        var className = line(frame.getClassName());
        var method = line(frame.getMethodName());
        return new FrameReport(
                className,
                method,
                new MethodLabel(className, method).text(),
                line(location(frame)),
                own,
                library == null ? null : SafeText.line(library, RedactedField.MAX_NAME),
                FrameCategories.STANDARD.noise(className, method),
                null,
                null);
    }

    private static String location(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "native";
        }
        var file = frame.getFileName();
        if (file == null) {
            return "unknown source";
        }
        return frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    }

    private static String line(@Nullable String foreign) {
        return SafeText.line(String.valueOf(foreign), MAX_NAME);
    }

    /** Returns the frames of a trace that it does not share with the one above, as a printed stack trace counts them. */
    static List<StackTraceElement> distinct(List<StackTraceElement> frames, List<StackTraceElement> above) {
        int common = 0;
        while (common < Math.min(frames.size(), above.size())
                && frames.get(frames.size() - 1 - common).equals(above.get(above.size() - 1 - common))) {
            common++;
        }
        return frames.subList(0, frames.size() - common);
    }
}
