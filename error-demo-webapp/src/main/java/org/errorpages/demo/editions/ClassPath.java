package org.errorpages.demo.editions;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Remapper;

/** Loads the older edition afresh, with some of its classes replaced by those of the newer one. */
public final class ClassPath extends ClassLoader {

    private static final String PACKAGE = ClassPath.class.getPackageName();
    private static final String OLDER = PACKAGE + ".older.";
    private static final String NEWER = PACKAGE + ".newer.";

    private final Set<String> newer;
    private final Remake remake;

    private ClassPath(Remake remake, Set<String> newer) {
        super(ClassPath.class.getClassLoader());
        this.newer = newer;
        this.remake = remake;
    }

    /** Returns a class path on which some classes are of the newer edition; of the simple names that are given. */
    public static ClassPath with(String... newer) {
        return new ClassPath(Remake.FAITHFUL, Set.of(newer));
    }

    /** Returns a class path of classes that were compiled without debugging information. */
    public static ClassPath withoutDebug() {
        return new ClassPath(Remake.WITHOUT_DEBUG, Set.of());
    }

    /** Returns a class path of classes for a Java that comes later than this one. */
    public static ClassPath forLaterJava() {
        return new ClassPath(Remake.FOR_LATER_JAVA, Set.of());
    }

    /** Calls a static method of the older edition and throws what it throws; {@code Desk.left} is a call. */
    public Object call(String call, Object... arguments) throws Throwable {
        int dot = call.indexOf('.');
        var methods = find(call.substring(0, dot)).getMethods();
        var method = Stream.of(methods)
                .filter(candidate -> candidate.getName().equals(call.substring(dot + 1)))
                .findFirst()
                .orElseThrow();
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** Returns a new object of a class with a public constructor. */
    public Object create(String simpleName) throws ReflectiveOperationException {
        return find(simpleName).getConstructor().newInstance();
    }

    private Class<?> find(String simpleName) throws ClassNotFoundException {
        return loadClass(OLDER + simpleName);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OLDER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) {
        var simpleName = name.substring(OLDER.length());
        var origin = newer.contains(simpleName) ? NEWER + simpleName : name;
        var bytes = remake.of(internal(origin), new Backdated());
        return defineClass(name, bytes, 0, bytes.length, ClassPath.class.getProtectionDomain());
    }

    private static String internal(String name) {
        return name.replace('.', '/');
    }

    /** What is newer goes by the older name. */
    private static final class Backdated extends Remapper {

        Backdated() {
            super(Opcodes.ASM9);
        }

        @Override
        public String map(String internalName) {
            return internalName.replace(internal(NEWER), internal(OLDER));
        }
    }
}
