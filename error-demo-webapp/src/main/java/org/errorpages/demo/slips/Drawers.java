package org.errorpages.demo.slips;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** Looks for files and texts that nobody put there, and stores what cannot be stored. */
final class Drawers {

    private Drawers() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "file-missing", () -> Files.readString(Path.of("prices/2026.csv")),
                "file-is-folder", () -> size(System.getProperty("java.io.tmpdir")),
                "bundle-missing", () -> ResourceBundle.getBundle("harbour.greetings", Locale.ENGLISH),
                "text-missing", () -> greeting("closed = We are closed."),
                "not-serializable", () -> store(new Series("Kidnapped")));
    }

    private static int size(String file) throws IOException {
        try (var in = new FileInputStream(file)) {
            return in.available();
        }
    }

    private static String greeting(String texts) throws IOException {
        return new PropertyResourceBundle(new StringReader(texts)).getString("welcome");
    }

    private static int store(Object thing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(thing);
        }
        return bytes.size();
    }
}
