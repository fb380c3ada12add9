package org.errorpages.demo.slips;

import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.demo.editions.ClassPath;

/** Takes for granted what is not there. */
final class Nothing {

    private Nothing() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "environment-missing", Nothing::currency,
                "property-missing", Nothing::folder,
                "null-returned", () -> files(new File("prices/2026.csv")),
                "null-value", () -> names(new File("prices/2026.csv")),
                "null-local", () -> ClassPath.withoutDebug().call("Desk.files"),
                "null-refused", () -> label(System.getProperty("harbour.books.label")),
                "null-somewhere", Nothing::find,
                "optional-empty", () -> latest(Optional.empty()));
    }

    private static int currency() {
        return System.getenv("HARBOUR_BOOKS_CURRENCY").length();
    }

    private static int folder() {
        return System.getProperty("harbour.books.folder").length();
    }

    private static int files(File folder) {
        return folder.list().length;
    }

    private static int names(File folder) {
        var names = folder.list();
        return names.length;
    }

    private static String label(String text) {
        return Objects.requireNonNull(text).strip();
    }

    /** Older libraries say no more than this. */
    private static void find() {
        throw new NullPointerException();
    }

    private static String latest(Optional<String> title) {
        return title.orElseThrow();
    }
}
