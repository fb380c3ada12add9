package org.errorpages.classify;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Creates throwables of any class with any of its constructors. */
final class Throwables {

    private Throwables() {}

    static Throwable of(Class<? extends Throwable> type, @Nullable String message) {
        return of(type, message, null);
    }

    /** Returns a throwable with the cause, and with the message if its class takes one. */
    static Throwable of(Class<? extends Throwable> type, @Nullable String message, @Nullable Throwable cause) {
        var concrete = Modifier.isAbstract(type.getModifiers()) ? Stubs.subclassOf(type) : type;
        var made = Arrays.stream(concrete.getConstructors())
                .max(Comparator.comparingInt(constructor -> worth(constructor, message, cause)))
                .map(constructor -> call(constructor, message, cause))
                .orElseThrow(() -> new AssertionError("no public constructor: " + type));
        if (cause != null && made.getCause() == null) {
            made.initCause(cause);
        }
        return made;
    }

    /** Returns an SQL exception with a SQLSTATE. */
    static Throwable ofState(Class<? extends Throwable> type, String state) {
        try {
            return type.getConstructor(String.class, String.class).newInstance("stub", state);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** Returns an SQL exception with a vendor code. */
    static SQLException ofVendor(Class<? extends Throwable> type, int code) {
        try {
            return (SQLException)
                    type.getConstructor(String.class, String.class, int.class).newInstance("stub", null, code);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static int worth(Constructor<?> constructor, @Nullable String message, @Nullable Throwable cause) {
        var types = Arrays.asList(constructor.getParameterTypes());
        boolean causes = types.stream().anyMatch(Throwable.class::isAssignableFrom);
        boolean speaks = types.contains(String.class);
        return (causes == (cause != null) ? 40 : 0) + (speaks == (message != null) ? 20 : 0) - types.size();
    }

    private static Throwable call(Constructor<?> constructor, @Nullable String message, @Nullable Throwable cause) {
        var arguments = Arrays.stream(constructor.getParameterTypes())
                .map(type -> argument(type, message, cause))
                .toArray();
        try {
            return (Throwable) constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("cannot make a throwable by " + constructor, e);
        }
    }

    @SuppressWarnings("NullAway") // of what is not known null is as good as anything
    private static Object argument(Class<?> type, @Nullable String message, @Nullable Throwable cause) {
        if (type == String.class) {
            return message;
        }
        if (type == int.class) {
            return 400;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Error.class && cause != null) {
            return new Error(cause);
        }
        if (type == IOException.class && cause != null && !(cause instanceof IOException)) {
            return new IOException(cause);
        }
        return Throwable.class.isAssignableFrom(type) && type.isInstance(cause) ? cause : null;
    }
}
