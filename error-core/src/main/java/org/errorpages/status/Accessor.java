package org.errorpages.status;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
final class Accessor {

    private final String text;
    private final List<Step> steps;

    private Accessor(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /** Returns the accessor of a text, or nothing if it is none. */
    static Optional<Accessor> parse(String text) {
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
        return Optional.of(new Accessor(text, steps));
    }

    /** Returns what the methods return, or null. */
    @Nullable Object read(Object target) {
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

        /** What a text can be passed to, the nearest first: the keys of maps and of some headers are no strings. */
        private static final List<Class<?>> TAKES_TEXT = List.of(String.class, CharSequence.class, Object.class);

        private static final MethodType OBJECT_OF_OBJECT = MethodType.methodType(Object.class, Object.class);

        private final String name;
        private final @Nullable String literal;

        private final ClassValue<Optional<MethodHandle>> handles = new ClassValue<>() {
            @Override
            protected Optional<MethodHandle> computeValue(Class<?> type) {
                return find(type);
            }
        };

        Step(String name, @Nullable String literal) {
            this.name = name;
            this.literal = literal;
        }

        @Nullable Object read(Object target) {
            var handle = handles.get(target.getClass()).orElse(null);
            if (handle == null) {
                return null;
            }
            try {
                return (Object) handle.invokeExact(target);
            } catch (Throwable thrown) {
                return null;
            }
        }

        /**
         * The class itself may not be public, or its package not be exported; then one of its superclasses or
         * interfaces declares the method.
         */
        private Optional<MethodHandle> find(Class<?> type) {
            return Lineage.of(type).stream()
                    .filter(ancestor -> Modifier.isPublic(ancestor.getModifiers()))
                    .flatMap(this::declared)
                    .flatMap(method -> handle(method).stream())
                    .findFirst();
        }

        private Stream<Method> declared(Class<?> type) {
            return literal == null
                    ? declared(type, new Class<?>[0])
                    : TAKES_TEXT.stream().flatMap(parameter -> declared(type, parameter));
        }

        private Stream<Method> declared(Class<?> type, Class<?>... parameters) {
            try {
                return Stream.of(type.getMethod(name, parameters));
            } catch (NoSuchMethodException | LinkageError missing) {
                return Stream.empty();
            }
        }

        /** Of one shape for all methods, so that a call costs no more than a virtual one. */
        private Optional<MethodHandle> handle(Method method) {
            if (Modifier.isStatic(method.getModifiers())) {
                return Optional.empty();
            }
            try {
                var handle = MethodHandles.publicLookup().unreflect(method);
                var bound = literal == null ? handle : MethodHandles.insertArguments(handle, 1, literal);
                return Optional.of(bound.asType(OBJECT_OF_OBJECT));
            } catch (IllegalAccessException hidden) {
                return Optional.empty();
            }
        }
    }
}
