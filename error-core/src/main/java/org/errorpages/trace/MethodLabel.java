package org.errorpages.trace;

import java.util.regex.Pattern;
import org.errorpages.throwable.SafeThrowable;

/**
 * The name of a call as somebody wrote it, made of what compilers and proxies make of it.
 *
 * @param className the binary name of the class
 * @param method the method
 */
record MethodLabel(String className, String method) {

    /** What generators append to the name of a class: CGLIB, Hibernate, Byte Buddy, Mockito, ArC, Weld, hidden classes. */
    private static final Pattern APPENDED = Pattern.compile(
            "(?:\\$\\$.*|\\$(?:HibernateProxy|ByteBuddy|MockitoMock|Proxy\\$_)\\$?.*|_(?:ClientProxy|Subclass)|/0x[0-9a-f]+)$");

    private static final Pattern PROXY = Pattern.compile("^\\$Proxy\\d+$");

    /** Java and Scala put the name between the mark and a number, Kotlin before the mark. */
    private static final Pattern LAMBDA =
            Pattern.compile("^(?:lambda\\$(.+)\\$\\d+|\\$anonfun\\$(.+)\\$\\d+|(.+)\\$lambda[$-]\\d+)$");

    /** Returns the class without its package, and the method. */
    String text() {
        return simpleName() + "." + methodName();
    }

    /** A class whose whole name is such an end keeps it. */
    private String simpleName() {
        var name = className.substring(className.lastIndexOf('.') + 1);
        if (PROXY.matcher(name).matches()) {
            return "Proxy";
        }
        var written = APPENDED.matcher(name).replaceFirst("");
        return written.isEmpty() ? name : SafeThrowable.nested(written.replaceFirst("(?<=.)Kt$", ""));
    }

    private String methodName() {
        var lambda = LAMBDA.matcher(method);
        if (!lambda.matches()) {
            return method;
        }
        for (int i = 1; i <= lambda.groupCount(); i++) {
            if (lambda.group(i) != null) {
                return lambda.group(i) + " (lambda)";
            }
        }
        return method;
    }

    boolean isLambda() {
        return LAMBDA.matcher(method).matches() || className.contains("$$Lambda");
    }

    /** Returns whether the class is one that a proxy library made at run time. */
    boolean isProxy() {
        var name = className.substring(className.lastIndexOf('.') + 1);
        return PROXY.matcher(name).matches()
                || (APPENDED.matcher(name).find() && !isLambda() && !name.contains("$$anonfun"));
    }

    /** Returns whether the compiler made the method: a bridge to a private member, or a switch over an enum. */
    boolean isGenerated() {
        return method.startsWith("access$") || method.startsWith("$deserializeLambda$") || method.startsWith("$values");
    }
}
