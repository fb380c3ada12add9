package org.errorpages.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the public pages as files, one for each status code and language, and what makes nginx, Apache httpd, HAProxy
 * and Caddy answer with them when the application cannot: {@code java -cp error-core.jar:...
 * org.errorpages.cli.ExportCommand folder [key=value ...]}.
 */
public final class ExportCommand {

    private static final int REFUSED = 2;

    private final PrintStream out;

    ExportCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Writes the files and says where; ends with status 2 if an argument is not allowed.
     *
     * @param args the folder to write to, and settings: those of {@link org.errorpages.ErrorPagesConfig#KEYS},
     *     {@code codes} and {@code root}
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = new ExportCommand(out).run(List.of(args));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Does what the arguments say and returns the exit status. */
    int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            out.print(Template.read("usage.txt").text());
            return 0;
        }
        try {
            write(ExportOptions.parse(arguments));
            return 0;
        } catch (IllegalArgumentException refused) {
            out.println(refused.getMessage());
            return REFUSED;
        }
    }

    /** Returns the names of all files and what they hold; the same for the same settings. */
    static SortedMap<String, String> files(ExportOptions export) {
        var pages = StaticPage.of(export);
        var files = new TreeMap<String, String>(GatewayFiles.of(export, pages));
        pages.forEach(page -> files.put(page.file(), page.html()));
        return files;
    }

    private void write(ExportOptions export) throws IOException {
        for (var file : files(export).entrySet()) {
            write(export.folder().resolve(file.getKey()), file.getValue());
        }
        int languages = export.locales().all().size();
        out.println(export.codes().size() + " pages in " + languages + " languages, and the configuration of gateways: "
                + export.folder().toAbsolutePath().normalize());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
