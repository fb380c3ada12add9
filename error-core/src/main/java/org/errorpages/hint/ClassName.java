package org.errorpages.hint;

import java.util.Optional;

/** Names of classes as messages of the JVM write them. What is none is never looked up anywhere. */
final class ClassName {

    private static final int MAX_LENGTH = 300;

    private ClassName() {}

    /** Returns the binary name that a text is, written with dots or slashes, or nothing if it is none. */
    static Optional<String> of(String text) {
        var dotted = text.replace('/', '.');
        return isOne(dotted) ? Optional.of(dotted) : Optional.empty();
    }

    static boolean isOne(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        for (var part : text.split("\\.", -1)) {
            if (part.isEmpty()
                    || !Character.isJavaIdentifierStart(part.charAt(0))
                    || !part.chars().allMatch(ClassName::isLetter)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a character can be part of a name, with its separators. */
    static boolean isPart(int c) {
        return c == '.' || c == '/' || isLetter(c);
    }

    private static boolean isLetter(int c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
