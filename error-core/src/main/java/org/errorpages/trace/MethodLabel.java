package org.errorpages.trace;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.errorpages.throwable.SafeThrowable;

/** Restores the source names of methods from compiled and generated names. */
final class MethodLabel {

    /** Suffixes of generated class names: CGLIB, Hibernate, Byte Buddy, Mockito, ArC, Weld, hidden classes. */
    private static final Pattern GENERATED = Pattern.compile(
            "(?:\\$\\$.*|\\$(?:HibernateProxy|ByteBuddy|MockitoMock|Proxy\\$_)\\$?.*|_(?:ClientProxy|Subclass)|/0x[0-9a-f]+)$");

    private static final Pattern PROXY = Pattern.compile("^\\$Proxy\\d+$");

    /** Java and Scala have the name between the marker and a number, Kotlin before the marker. */
    private static final Pattern LAMBDA =
            Pattern.compile("^(?:lambda\\$(.+)\\$\\d+|\\$anonfun\\$(.+)\\$\\d+|(.+)\\$lambda[$-]\\d+)$");

    private MethodLabel() {}

    /** Returns the simple name of the class and the method. */
    static String of(String className, String method) {
        return simpleName(className) + "." + methodName(method);
    }

    private static String simpleName(String className) {
        var name = className.substring(className.lastIndexOf('.') + 1);
        if (PROXY.matcher(name).matches()) {
            return "Proxy";
        }
        var written = GENERATED.matcher(name).replaceFirst("");
        return written.isEmpty() ? name : SafeThrowable.nested(written.replaceFirst("(?<=.)Kt$", ""));
    }

    private static String methodName(String method) {
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
