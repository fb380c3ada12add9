package org.errorpages.trace;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.errorpages.redact.PrintableText;
import org.errorpages.source.ClassOrigins;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Identifies frames of the application, and names frames as in the source.
 *
 * <p>Application code is every class in one of the application's packages. If no packages are set, it is every class loaded
 * from a folder or {@code WEB-INF/classes} rather than from a jar. No class is initialized.
 *
 * @param packages the application's packages, possibly empty
 * @param sources the finder of sources, called for developers only
 * @param hiddenFrames classes and packages whose frames are counted but not shown
 */
public record ApplicationCode(
        List<String> packages, SourceFinder sources, EditorLinks editor, List<String> hiddenFrames) {

    private static final int MAX_NAME = 500;

    /** Suffixes of generated class names: CGLIB, Hibernate, Byte Buddy, Mockito, ArC, Weld, hidden classes. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?:\\$\\$.*|\\$(?:HibernateProxy|ByteBuddy|MockitoMock|Proxy\\$_)\\$?.*|_(?:ClientProxy|Subclass)|/0x[0-9a-f]+)$");

    private static final Pattern PROXY = Pattern.compile("^\\$Proxy\\d+$");

    /** Java and Scala have the name between the marker and a number, Kotlin before the marker. */
    private static final Pattern LAMBDA =
            Pattern.compile("^(?:lambda\\$(.+)\\$\\d+|\\$anonfun\\$(.+)\\$\\d+|(.+)\\$lambda[$-]\\d+)$");

    public ApplicationCode {
        packages = List.copyOf(packages);
        hiddenFrames = List.copyOf(hiddenFrames);
    }

    /** Creates settings without editor links and hidden frames. */
    public ApplicationCode(List<String> packages, SourceFinder sources) {
        this(packages, sources, EditorLinks.none(), List.of());
    }

    boolean contains(StackTraceElement frame, ClassOrigins origins) {
        var className = String.valueOf(frame.getClassName());
        return packages.isEmpty()
                ? origins.isUnpacked(className)
                : packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }

    /** Returns the frame in application code nearest to the root cause, or null. Opens no jar and reads no source. */
    public @Nullable StackTraceElement nearestToRoot(CauseChain chain) {
        var origins = new ClassOrigins();
        var parent = List.<StackTraceElement>of();
        StackTraceElement nearest = null;
        for (var link : chain.throwables()) {
            var frames = Arrays.asList(link.frames());
            nearest = visible(distinct(frames, parent)).stream()
                    .filter(frame -> contains(frame, origins))
                    .findFirst()
                    .orElse(nearest);
            parent = frames;
        }
        return nearest;
    }

    /** Returns the frames that are not hidden. */
    List<StackTraceElement> visible(List<StackTraceElement> frames) {
        return hiddenFrames.isEmpty()
                ? frames
                : frames.stream()
                        .filter(frame -> !isHidden(String.valueOf(frame.getClassName())))
                        .toList();
    }

    private boolean isHidden(String className) {
        return hiddenFrames.stream()
                .anyMatch(name ->
                        className.equals(name) || className.startsWith(name + ".") || className.startsWith(name + "$"));
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

    /** Returns the simple class name and method as in the source: {@code TaxTable.rateFor}. */
    public static String call(StackTraceElement frame) {
        return simpleName(line(frame.getClassName())) + "." + sourceName(line(frame.getMethodName()));
    }

    /** Returns the file and line, such as {@code TaxTable.java:42}, or a remark. */
    public static String location(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "native";
        }
        var file = frame.getFileName();
        if (file == null) {
            return "unknown source";
        }
        return line(frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber());
    }

    /** Returns a name on one line. */
    static String line(@Nullable String foreign) {
        return PrintableText.line(String.valueOf(foreign), MAX_NAME);
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
}
