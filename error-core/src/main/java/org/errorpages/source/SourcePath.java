package org.errorpages.source;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The path of a frame's source below a source folder.
 *
 * <p>Frames may be forged, so a path is built from valid identifiers only.
 *
 * @param className the binary name of the class
 * @param path the package and file name, such as {@code shop/Order.java}
 */
record SourcePath(String className, String path) {

    private static final int MAX_NAME = 500;
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern FILE = Pattern.compile("(.+)\\.(?:java|kt|groovy|scala)");

    /** Returns the name, or empty for a frame without a valid class and file. */
    static Optional<SourcePath> of(StackTraceElement frame) {
        var className = frame.getClassName();
        var file = String.valueOf(frame.getFileName());
        if (!isClass(className) || !isFile(file)) {
            return Optional.empty();
        }
        int end = className.lastIndexOf('.') + 1;
        return Optional.of(new SourcePath(className, className.substring(0, end).replace('.', '/') + file));
    }

    /** Returns the package of the class, possibly empty. */
    String packageName() {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** Returns whether the source folder may omit a common package prefix, as in Kotlin. */
    boolean mayOmitPackages() {
        return path.endsWith(".kt") && path.indexOf('/') > 0;
    }

    static boolean isClass(String name) {
        return name.length() <= MAX_NAME && areIdentifiers(name);
    }

    private static boolean isFile(String name) {
        var matcher = FILE.matcher(name);
        return name.length() <= MAX_NAME
                && matcher.matches()
                && areIdentifiers(matcher.group(1).replace('-', '_'));
    }

    /** Java permits ignorable characters such as NUL in identifiers; a path must not contain them. */
    private static boolean areIdentifiers(String name) {
        return Stream.of(DOT.split(name, -1))
                .allMatch(word -> !word.isEmpty()
                        && word.codePoints()
                                .allMatch(
                                        c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c)));
    }
}
