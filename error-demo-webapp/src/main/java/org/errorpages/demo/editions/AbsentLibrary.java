package org.errorpages.demo.editions;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SimpleRemapper;

/** Exceptions of libraries that the shop does not have, as they were recorded elsewhere. */
public final class AbsentLibrary extends ClassLoader {

    private AbsentLibrary() {
        super(AbsentLibrary.class.getClassLoader());
    }

    /** Returns an exception of a class of that name, which is made for it. */
    public static RuntimeException exception(String className, String message) throws ReflectiveOperationException {
        return new AbsentLibrary()
                .define(className)
                .asSubclass(RuntimeException.class)
                .getConstructor(String.class)
                .newInstance(message);
    }

    private Class<?> define(String className) {
        var template = RecordedException.class.getName().replace('.', '/');
        var names = new SimpleRemapper(Opcodes.ASM9, template, className.replace('.', '/'));
        var bytes = Remake.FAITHFUL.of(template, names);
        return defineClass(className, bytes, 0, bytes.length);
    }
}
