package org.errorpages.classify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Creates WAR files for tests. */
public final class Wars {

    private static final int PUBLIC_SUPER = 0x21;

    private Wars() {}

    /** Returns a WAR with the entries. */
    public static Path war(Path folder, Map<String, byte[]> entries) throws IOException {
        return Files.write(folder.resolve("shop.war"), zip(entries));
    }

    public static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the class file of a class without members (JVMS, section 4.1). */
    public static byte[] exceptionClass(String name, String superclass) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(61);
        out.writeShort(5);
        for (var constant : new String[] {name, superclass}) {
            out.writeByte(1);
            out.writeUTF(constant);
        }
        for (int index = 1; index <= 2; index++) {
            out.writeByte(7);
            out.writeShort(index);
        }
        for (int value : new int[] {PUBLIC_SUPER, 3, 4, 0, 0, 0, 0}) {
            out.writeShort(value);
        }
        return bytes.toByteArray();
    }
}
