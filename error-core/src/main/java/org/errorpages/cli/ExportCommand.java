package org.errorpages.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.errorpages.resource.ClasspathResource;

/**
 * Writes the public pages as files, with configurations for gateways.
 *
 * <p>There is one page for each status code and language. nginx, Apache httpd, HAProxy and Caddy send them while the
 * application is unreachable: {@code java -cp error-core.jar:... org.errorpages.cli.ExportCommand folder [key=value ...]}.
 */
public final class ExportCommand {

    private static final int INVALID_ARGUMENT = 2;

    private final PrintStream out;

    ExportCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Writes the files and prints their folder; exits with status 2 if an argument isn't allowed.
     *
     * @param args the folder to write to, and settings: those of {@link org.errorpages.ErrorPagesConfig#KEYS},
     *     {@code codes} and {@code root}
     * @throws IOException if a file can't be written
     */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = new ExportCommand(out).run(List.of(args));
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the command and returns the exit status. */
    int run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            out.print(ClasspathResource.text(ExportCommand.class, "usage.txt"));
            return 0;
        }
        try {
            write(ExportOptions.parse(arguments));
            return 0;
        } catch (IllegalArgumentException invalid) {
            out.println(invalid.getMessage());
            return INVALID_ARGUMENT;
        }
    }

    /** Returns the contents of all files by name; equal options give equal files. */
    static SortedMap<String, String> files(ExportOptions options) {
        var pages = ExportedPage.of(options);
        var files = new TreeMap<>(GatewayConfigurations.of(options, pages));
        pages.forEach(page -> files.put(page.file(), page.html()));
        return files;
    }

    private void write(ExportOptions options) throws IOException {
        for (var file : files(options).entrySet()) {
            var path = options.folder().resolve(file.getKey()).toAbsolutePath();
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        int languages = options.config().supportedLocales().all().size();
        out.println(options.codes().size() + " pages in " + languages + " languages and the gateway configurations: "
                + options.folder().toAbsolutePath().normalize());
    }
}
