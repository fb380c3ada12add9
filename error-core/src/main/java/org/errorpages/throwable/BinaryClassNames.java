package org.errorpages.throwable;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks and normalizes binary names of classes, and lists those of supertypes. */
public final class BinaryClassNames {

    private static final int MAX_LENGTH = 300;

    /** Matches the names of Java EE classes that are in {@code jakarta} today. */
    private static final Pattern JAVA_EE = Pattern.compile(
            "javax\\.(servlet|ws\\.rs|persistence|validation|ejb|jms|mail|transaction|faces|el|xml\\.ws)\\..*");

    private BinaryClassNames() {}

    /** Returns whether a text is a binary name with dots. */
    public static boolean isValid(String text) {
        return Stream.of(text.split("\\.", -1)).allMatch(BinaryClassNames::isIdentifier);
    }

    static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && Character.isJavaIdentifierStart(text.charAt(0))
                && text.chars().allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
    }

    /** Returns the name from a JVM message, with dots for slashes, or empty if the text is not a class name. */
    public static Optional<String> of(String text) {
        var name = text.replace('/', '.');
        return name.length() <= MAX_LENGTH && isValid(name) ? Optional.of(name) : Optional.empty();
    }

    /** Returns the name, with {@code jakarta} for {@code javax} if it is a Java EE class. */
    public static String canonical(String className) {
        return JAVA_EE.matcher(className).matches() ? "jakarta" + className.substring("javax".length()) : className;
    }

    /** Returns the canonical names of the class, its supertypes, nearest first, and then its annotations. */
    public static List<String> supertypesOf(Class<?> type) {
        var annotations = Arrays.stream(type.getAnnotations()).map(Annotation::annotationType);
        return Stream.concat(hierarchy(type).stream(), annotations)
                .map(found -> canonical(found.getName()))
                .toList();
    }

    /** Returns the class, its superclasses and then all their interfaces, nearest first. */
    static List<Class<?>> hierarchy(Class<?> type) {
        var types = new ArrayList<Class<?>>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            types.add(c);
        }
        for (int i = 0; i < types.size(); i++) {
            for (var parent : types.get(i).getInterfaces()) {
                if (!types.contains(parent)) {
                    types.add(parent);
                }
            }
        }
        return types;
    }
}
