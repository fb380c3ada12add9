package org.errorpages.demo.editions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** How a class of the shop is made again, as another compiler would have made it. */
enum Remake {
    /** As it is. */
    FAITHFUL,
    /** As with {@code javac -g:none}: without the names of variables and the numbers of lines. */
    WITHOUT_DEBUG,
    /** For a Java that comes later than this one. */
    FOR_LATER_JAVA;

    private static final int LATER = Opcodes.V26;

    /** Returns a class file of the shop with other names in it; all names are in the form {@code java/lang/String}. */
    byte[] of(String className, Remapper names) {
        var writer = new ClassWriter(0);
        var renamed = new ClassRemapper(writer, names);
        read(className).accept(this == FOR_LATER_JAVA ? dated(renamed) : renamed, flags());
        return writer.toByteArray();
    }

    private int flags() {
        return this == WITHOUT_DEBUG ? ClassReader.SKIP_DEBUG : 0;
    }

    private static ClassVisitor dated(ClassVisitor next) {
        return new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(LATER, access, name, signature, superName, interfaces);
            }
        };
    }

    private static ClassReader read(String className) {
        try (var in = Remake.class.getResourceAsStream("/" + className + ".class")) {
            return new ClassReader(Objects.requireNonNull(in, className));
        } catch (IOException e) {
            throw new UncheckedIOException(className, e);
        }
    }
}
