package org.errorpages.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.errorpages.classify.ErrorMap;

/**
 * Extracts a WAR to a temporary folder and loads its classes.
 *
 * @param folder the temporary folder, which {@link #close} deletes
 */
record ExtractedWar(Path folder, URLClassLoader loader) implements AutoCloseable {

    private static final String ERROR_MAP = "WEB-INF/error-map.properties";

    static ExtractedWar of(Path war) throws IOException {
        return of(war, Files.createTempDirectory("error-map"));
    }

    /** Extracts a WAR to a folder, and deletes the folder if that fails. */
    static ExtractedWar of(Path war, Path folder) throws IOException {
        try {
            extract(war, folder);
            return new ExtractedWar(folder, new URLClassLoader(classPath(folder), ExtractedWar.class.getClassLoader()));
        } catch (IOException | RuntimeException unreadable) {
            delete(folder);
            throw new IOException(war + " can't be read as a WAR; a WAR is a zip file or a folder", unreadable);
        }
    }

    /** Returns the error map of the application. */
    ErrorMap map() throws IOException {
        var map = ErrorMap.builtIn().withLibraries(loader);
        var file = folder.resolve(ERROR_MAP);
        return Files.exists(file) ? map.overruledBy(Files.readString(file), "/" + ERROR_MAP) : map;
    }

    @Override
    public void close() throws IOException {
        loader.close();
        delete(folder);
    }

    private static void extract(Path war, Path folder) throws IOException {
        if (Files.isDirectory(war)) {
            copy(war, folder);
            return;
        }
        // For an invalid zip file the JDK throws several exceptions, some without the file name.
        try (var zip = FileSystems.newFileSystem(war)) {
            copy(zip.getPath("/"), folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Copies the files in WEB-INF; no entry can be written outside the folder. */
    private static void copy(Path from, Path folder) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = folder.resolve(from.relativize(file).toString()).normalize();
                if (target.startsWith(folder.resolve("WEB-INF"))) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static URL[] classPath(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>(List.of(folder.resolve("WEB-INF/classes")));
        var lib = folder.resolve("WEB-INF/lib");
        if (Files.isDirectory(lib)) {
            try (var jars = Files.list(lib)) {
                entries.addAll(jars.sorted().toList());
            }
        }
        var urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = entries.get(i).toUri().toURL();
        }
        return urls;
    }
}
