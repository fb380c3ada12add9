package org.errorpages.source;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the source of a frame lies below any root.
 *
 * <p>Frames can be forged, so that both names are checked: no path is built from anything but identifiers.
 *
 * @param className the binary name of the class
 * @param path the folders of its package and the name of its file, such as {@code shop/Order.java}
 */
record SourceName(String className, String path) {

    private static final int MAX_NAME = 500;
    private static final Pattern DOT = Pattern.compile("\\.");
    private static final Pattern FILE = Pattern.compile("(.+)\\.(?:java|kt|groovy|scala)");

    /** Returns the name, or nothing for a frame that names no file or no plain one. */
    static Optional<SourceName> of(StackTraceElement frame) {
        var className = frame.getClassName();
        var file = String.valueOf(frame.getFileName());
        return isClass(className) && isFile(file) ? Optional.of(of(className, file)) : Optional.empty();
    }

    private static SourceName of(String className, String file) {
        int end = className.lastIndexOf('.') + 1;
        return new SourceName(className, className.substring(0, end).replace('.', '/') + file);
    }

    /** Returns the package of the class, perhaps empty. */
    String packageName() {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /** Returns whether the folders of Kotlin's sources may leave out what all packages begin with. */
    boolean mayLieHigher() {
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

    private static boolean areIdentifiers(String dotted) {
        return Stream.of(DOT.split(dotted, -1)).allMatch(SourceName::isIdentifier);
    }

    /** The characters that an identifier ignores are allowed in it, NUL among them. */
    private static boolean isIdentifier(String word) {
        return !word.isEmpty()
                && word.codePoints().allMatch(Character::isJavaIdentifierPart)
                && word.codePoints().noneMatch(Character::isIdentifierIgnorable);
    }
}
