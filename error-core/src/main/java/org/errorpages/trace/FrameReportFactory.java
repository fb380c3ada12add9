package org.errorpages.trace;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;
import org.errorpages.report.FrameReport;
import org.errorpages.source.ClassOrigins;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Creates the reports of a failure's frames. Not thread-safe.
 *
 * <p>Application code is every class in one of the application's packages. If no packages are set, it is every class loaded
 * from a folder or {@code WEB-INF/classes} rather than from a jar. No class is initialized.
 */
public final class FrameReportFactory {

    private static final int MAX_NAME = 500;

    /** Suffixes of generated class names: CGLIB, Hibernate, Byte Buddy, Mockito, ArC, Weld, hidden classes. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?:\\$\\$.*|\\$(?:HibernateProxy|ByteBuddy|MockitoMock|Proxy\\$_)\\$?.*|_(?:ClientProxy|Subclass)|/0x[0-9a-f]+)$");

    private static final Pattern PROXY = Pattern.compile("^\\$Proxy\\d+$");

    /** Java and Scala have the name between the marker and a number, Kotlin before the marker. */
    private static final Pattern LAMBDA =
            Pattern.compile("^(?:lambda\\$(.+)\\$\\d+|\\$anonfun\\$(.+)\\$\\d+|(.+)\\$lambda[$-]\\d+)$");

    private final ApplicationCode code;
    private final ClassOrigins origins = new ClassOrigins();

    public FrameReportFactory(ApplicationCode code) {
        this.code = code;
    }

    /** Returns the report of a frame, without its source. */
    FrameReport report(StackTraceElement frame) {
        return of(frame, isApplicationCode(frame), origins.libraryOf(frame).orElse(null));
    }

    boolean isApplicationCode(StackTraceElement frame) {
        var className = String.valueOf(frame.getClassName());
        return code.packages().isEmpty()
                ? origins.isUnpacked(className)
                : code.packages().stream().anyMatch(name -> className.startsWith(name + "."));
    }

    /**
     * Returns the frame in application code nearest to the root cause, without its library, or null. Opens no jar and reads
     * no source.
     */
    public @Nullable FrameReport nearestToRoot(CauseChain chain) {
        var parent = List.<StackTraceElement>of();
        StackTraceElement nearest = null;
        for (var link : chain.links()) {
            var frames = Arrays.asList(link.frames());
            nearest = code.visible(distinct(frames, parent)).stream()
                    .filter(this::isApplicationCode)
                    .findFirst()
                    .orElse(nearest);
            parent = frames;
        }
        return nearest == null ? null : of(nearest, true, null);
    }

    static FrameReport of(StackTraceElement frame, boolean applicationCode, @Nullable String library) {
        var className = line(frame.getClassName());
        var method = line(frame.getMethodName());
        return new FrameReport(
                className,
                method,
                simpleName(className) + "." + sourceName(method),
                line(location(frame)),
                applicationCode,
                library == null ? null : SafeText.line(library, RedactedField.MAX_NAME),
                null,
                null);
    }

    /** Returns the simple name of a class in the source, with outer classes. */
    private static String simpleName(String className) {
        var name = className.substring(className.lastIndexOf('.') + 1);
        if (PROXY.matcher(name).matches()) {
            return "Proxy";
        }
        var written = GENERATED.matcher(name).replaceFirst("");
        return written.isEmpty() ? name : SafeThrowable.sourceName(written.replaceFirst("(?<=.)Kt$", ""));
    }

    /** Returns the name of a method in the source; for a lambda, that of the method around it. */
    private static String sourceName(String method) {
        var lambda = LAMBDA.matcher(method);
        return !lambda.matches()
                ? method
                : IntStream.rangeClosed(1, lambda.groupCount())
                        .filter(group -> lambda.start(group) >= 0)
                        .mapToObj(group -> lambda.group(group) + " (lambda)")
                        .findFirst()
                        .orElse(method);
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

    /** Returns the frames that a trace doesn't share with its parent's, compared as in a printed stack trace. */
    static List<StackTraceElement> distinct(List<StackTraceElement> frames, List<StackTraceElement> parent) {
        int common = 0;
        while (common < Math.min(frames.size(), parent.size())
                && frames.get(frames.size() - 1 - common).equals(parent.get(parent.size() - 1 - common))) {
            common++;
        }
        return frames.subList(0, frames.size() - common);
    }
}
