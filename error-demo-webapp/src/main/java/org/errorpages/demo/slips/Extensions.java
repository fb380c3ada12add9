package org.errorpages.demo.slips;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;

/** Looks for what was never put there, and reads what is something else. */
final class Extensions {

    private Extensions() {}

    static String load(String className) throws ClassNotFoundException {
        return Class.forName(className).getName();
    }

    static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    static String decode(byte[] latin) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(latin))
                .toString();
    }

    static String texts(String name) {
        return ResourceBundle.getBundle(name, Locale.ENGLISH).getString("welcome");
    }

    static int store(Series series) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(series);
        }
        return bytes.size();
    }
}
