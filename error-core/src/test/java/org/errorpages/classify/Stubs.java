package org.errorpages.classify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.TypeManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Creates stubs for exception classes of libraries, which the error map knows only by name. */
final class Stubs {

    private static final ByteBuddy BYTES = new ByteBuddy();
    private static final ClassLoader PARENT = Objects.requireNonNull(Stubs.class.getClassLoader());

    /** The superclasses of the library exceptions for which they matter. */
    private static final Map<String, Class<? extends Throwable>> PARENTS = Map.of(
            "com.ibm.db2.jcc.am.SqlException", java.sql.SQLException.class,
            "kotlin.NotImplementedError", Error.class,
            "scala.NotImplementedError", Error.class,
            "org.apache.commons.lang3.NotImplementedException", UnsupportedOperationException.class,
            "com.microsoft.sqlserver.jdbc.SQLServerException", java.sql.SQLException.class,
            "org.apache.catalina.connector.ClientAbortException", java.io.IOException.class,
            "org.eclipse.jetty.io.EofException", java.io.EOFException.class,
            "io.netty.channel.ConnectTimeoutException", java.net.ConnectException.class);

    private Stubs() {}

    /** Returns a new exception class of the name. */
    static Class<? extends Throwable> exception(String name) {
        return exception(name, PARENTS.getOrDefault(name, RuntimeException.class), Map.of());
    }

    /**
     * Returns a new exception class of the name.
     *
     * @param methods the results of its methods: values, or maps for the methods of a result
     */
    static Class<? extends Throwable> exception(String name, Map<String, ?> methods) {
        return exception(name, PARENTS.getOrDefault(name, RuntimeException.class), methods);
    }

    static Class<? extends Throwable> exception(
            String name, Class<? extends Throwable> parent, Map<String, ?> methods) {
        return load(answering(BYTES.subclass(parent).name(name), methods), loader(parent));
    }

    /** Returns a new exception class that implements a new interface of the name. */
    static Class<? extends Throwable> implementing(String name, Map<String, ?> methods) {
        var face = BYTES.makeInterface()
                .name(name)
                .make()
                .load(PARENT, ClassLoadingStrategy.Default.CHILD_FIRST)
                .getLoaded();
        var type = BYTES.subclass(RuntimeException.class).implement(face).name("stub.Implementing");
        return load(answering(type, methods), loader(face));
    }

    /** Returns a new exception class with the Spring annotation, or without it if Spring does not know the status. */
    static Class<? extends Throwable> annotated(int status) {
        var type = BYTES.subclass(RuntimeException.class).name("stub.Annotated");
        var known = HttpStatus.resolve(status);
        return load(
                known == null
                        ? type
                        : type.annotateType(AnnotationDescription.Builder.ofType(ResponseStatus.class)
                                .define("code", known)
                                .build()));
    }

    /** Returns a new exception of a new class. */
    static Throwable thrown(String name, Map<String, ?> methods) {
        return Throwables.of(exception(name, methods), "stub");
    }

    static Throwable thrown(String name) {
        return thrown(name, Map.of());
    }

    /** Returns a throwable of a new subclass. */
    static Class<? extends Throwable> subclassOf(Class<? extends Throwable> type) {
        return load(BYTES.subclass(type).name("stub.Subclass"), loader(type));
    }

    private static <T> DynamicType.Builder<T> answering(DynamicType.Builder<T> type, Map<String, ?> methods) {
        var answering = type;
        for (var method : methods.entrySet()) {
            int literal = method.getKey().indexOf('(');
            var name = literal < 0 ? method.getKey() : method.getKey().substring(0, literal);
            var result = method.getValue() instanceof Map<?, ?> inner ? object(inner) : method.getValue();
            var define = answering.defineMethod(name, Object.class, Visibility.PUBLIC);
            answering = (literal < 0 ? define : define.withParameters(String.class))
                    .intercept(InvocationHandlerAdapter.of((self, called, arguments) -> result));
        }
        return answering;
    }

    private static ClassLoader loader(Class<?> type) {
        return Objects.requireNonNullElse(type.getClassLoader(), PARENT);
    }

    private static Object object(Map<?, ?> methods) {
        var named = new LinkedHashMap<String, Object>();
        methods.forEach((name, value) -> named.put((String) name, value));
        try {
            return load(answering(BYTES.subclass(Object.class), named))
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static <T> Class<? extends T> load(DynamicType.Builder<T> type) {
        return load(type, PARENT);
    }

    private static <T> Class<? extends T> load(DynamicType.Builder<T> type, ClassLoader parent) {
        return type.modifiers(Visibility.PUBLIC, TypeManifestation.PLAIN)
                .make()
                .load(parent, ClassLoadingStrategy.Default.CHILD_FIRST)
                .getLoaded();
    }
}
