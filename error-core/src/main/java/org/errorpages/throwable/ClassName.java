package org.errorpages.throwable;

import java.util.List;
import java.util.Optional;

/** Checks and normalizes binary names of classes. */
public final class ClassName {

    private static final int MAX_LENGTH = 300;
    private static final String JAVA_EE = "javax.";

    /** The packages that moved from {@code javax} to {@code jakarta}. */
    private static final List<String> MOVED = List.of(
            "servlet.",
            "ws.rs.",
            "persistence.",
            "validation.",
            "ejb.",
            "jms.",
            "mail.",
            "transaction.",
            "faces.",
            "el.",
            "xml.ws.");

    private ClassName() {}

    /** Returns whether a text is a binary name with dots. */
    public static boolean isValid(String text) {
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (first ? !Character.isJavaIdentifierStart(c) : c != '.' && !isLetter(c)) {
                return false;
            }
            first = c == '.';
        }
        return !first;
    }

    /** Returns the name in a message of the JVM, where it has dots or slashes, or nothing if the text is not a name. */
    public static Optional<String> of(String text) {
        var name = text.replace('/', '.');
        return name.length() <= MAX_LENGTH && isValid(name) ? Optional.of(name) : Optional.empty();
    }

    /** Returns the name, that of a Java EE class as its Jakarta EE name. */
    public static String canonical(String className) {
        if (!className.startsWith(JAVA_EE)) {
            return className;
        }
        var rest = className.substring(JAVA_EE.length());
        return MOVED.stream().anyMatch(rest::startsWith) ? "jakarta." + rest : className;
    }

    private static boolean isLetter(char c) {
        return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
