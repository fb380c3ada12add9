package org.errorpages.throwable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Public methods of a class that is known by name only, called one on the result of the other:
 * {@code getResponse.getHeaderString(Retry-After)}.
 *
 * <p>A method has no parameters, or one that a given text can be passed to. What is missing, throws or returns null
 * reads as null. A method is looked up once for each class.
 */
public final class PropertyPath {

    private final String text;
    private final List<Step> steps;

    private PropertyPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /** Returns the accessor of a text, or nothing if it is none. */
    public static Optional<PropertyPath> parse(String text) {
        var steps = new ArrayList<Step>();
        for (int start = 0; start <= text.length(); ) {
            int open = text.indexOf('(', start);
            int dot = text.indexOf('.', start);
            boolean literal = open >= 0 && (dot < 0 || open < dot);
            int close = literal ? text.indexOf(')', open) : -1;
            int end = literal ? close + 1 : dot < 0 ? text.length() : dot;
            var name = text.substring(start, literal ? open : end);
            if ((literal && close < 0) || !isName(name) || (end < text.length() && text.charAt(end) != '.')) {
                return Optional.empty();
            }
            steps.add(new Step(name, literal && close > open + 1 ? text.substring(open + 1, close) : null));
            start = end + 1;
        }
        return Optional.of(new PropertyPath(text, steps));
    }

    /** Returns what the methods return, or null. */
    public @Nullable Object read(Object target) {
        @Nullable Object value = target;
        for (var step : steps) {
            value = value == null ? null : step.read(value);
        }
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && Character.isJavaIdentifierStart(name.charAt(0))
                && name.chars().allMatch(Character::isJavaIdentifierPart);
    }

    private static final class Step {

        /** Types of a parameter that takes a text, nearest first: maps and some headers have no keys of type String. */
        private static final List<Class<?>> TEXT_TYPES = List.of(String.class, CharSequence.class, Object.class);

        private final String name;
        private final Object[] arguments;

        private final ClassValue<Optional<Method>> methods = new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                return find(type);
            }
        };

        Step(String name, @Nullable String argument) {
            this.name = name;
            this.arguments = argument == null ? new Object[0] : new Object[] {argument};
        }

        @Nullable
        Object read(Object target) {
            var method = methods.get(target.getClass()).orElse(null);
            try {
                return method == null ? null : method.invoke(target, arguments);
            } catch (Throwable thrown) {
                return null;
            }
        }

        /** A class that is not public, or not exported, may inherit the method from one that is. */
        private Optional<Method> find(Class<?> type) {
            return TypeHierarchy.of(type).stream()
                    .flatMap(this::candidates)
                    .filter(Step::isAccessible)
                    .findFirst();
        }

        private static boolean isAccessible(Method method) {
            var owner = method.getDeclaringClass();
            return !Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(owner.getModifiers())
                    && owner.getModule().isExported(owner.getPackageName());
        }

        private Stream<Method> candidates(Class<?> type) {
            return arguments.length == 0
                    ? candidates(type, new Class<?>[0])
                    : TEXT_TYPES.stream().flatMap(parameter -> candidates(type, parameter));
        }

        private Stream<Method> candidates(Class<?> type, Class<?>... parameters) {
            try {
                return Stream.of(type.getMethod(name, parameters));
            } catch (NoSuchMethodException | LinkageError missing) {
                return Stream.empty();
            }
        }
    }
}
