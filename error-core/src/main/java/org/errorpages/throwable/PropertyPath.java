package org.errorpages.throwable;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls a chain of public methods by name: {@code getResponse.getHeaderString(Retry-After)}.
 *
 * <p>A method has no parameters, or one that accepts the text in parentheses. A method that is missing, throws or returns
 * null yields null. Methods are looked up once per class.
 */
public final class PropertyPath {

    private final String text;
    private final List<Step> steps;

    private PropertyPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /** Returns the path of a text, or empty if it is malformed. */
    public static Optional<PropertyPath> parse(String text) {
        var steps = new ArrayList<Step>();
        for (int start = 0; start <= text.length(); ) {
            int open = text.indexOf('(', start);
            int dot = text.indexOf('.', start);
            boolean hasArgument = open >= 0 && (dot < 0 || open < dot);
            int close = hasArgument ? text.indexOf(')', open) : -1;
            int end = hasArgument ? close + 1 : dot < 0 ? text.length() : dot;
            var name = text.substring(start, hasArgument ? open : end);
            if ((hasArgument && close < 0)
                    || !BinaryClassNames.isIdentifier(name)
                    || (end < text.length() && text.charAt(end) != '.')) {
                return Optional.empty();
            }
            steps.add(new Step(name, hasArgument && close > open + 1 ? text.substring(open + 1, close) : null));
            start = end + 1;
        }
        return Optional.of(new PropertyPath(text, steps));
    }

    /** Returns the value that the last method returns, without its {@link Optional}, or null. */
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

    private static final class Step {

        /** The parameter types that accept a text, nearest first: keys of maps and headers are not always strings. */
        private static final List<Class<?>> TEXT_TYPES = List.of(String.class, CharSequence.class, Object.class);

        private final String name;
        private final Object[] arguments;

        private final ClassValue<Optional<Method>> methods = new ClassValue<>() {
            @Override
            protected Optional<Method> computeValue(Class<?> type) {
                // A class that is not accessible may inherit the method from one that is.
                return BinaryClassNames.hierarchy(type).stream()
                        .flatMap(Step.this::candidates)
                        .filter(Step::isAccessible)
                        .findFirst();
            }
        };

        Step(String name, @Nullable String argument) {
            this.name = name;
            this.arguments = argument == null ? new Object[0] : new Object[] {argument};
        }

        @Nullable Object read(Object target) {
            var method = methods.get(target.getClass()).orElse(null);
            try {
                return method == null ? null : method.invoke(target, arguments);
            } catch (Throwable thrown) {
                return null;
            }
        }

        private static boolean isAccessible(Method method) {
            var owner = method.getDeclaringClass();
            return !Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(owner.getModifiers())
                    && owner.getModule().isExported(owner.getPackageName());
        }

        private Stream<Method> candidates(Class<?> type) {
            return arguments.length == 0
                    ? method(type)
                    : TEXT_TYPES.stream().flatMap(parameter -> method(type, parameter));
        }

        private Stream<Method> method(Class<?> type, Class<?>... parameters) {
            try {
                return Stream.of(type.getMethod(name, parameters));
            } catch (NoSuchMethodException | LinkageError missing) {
                return Stream.empty();
            }
        }
    }
}
