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
 * A WAR with its jars laid out in a temporary folder, so that its classes can be looked up.
 *
 * @param folder the temporary folder, deleted in the end
 * @param loader the classes of the application; none of them is initialised
 */
record WarFile(Path folder, URLClassLoader loader) implements AutoCloseable {

    private static final String OWN_MAP = "WEB-INF/error-map.properties";

    static WarFile of(Path war) throws IOException {
        return of(war, Files.createTempDirectory("error-map"));
    }

    /** Lays the WAR out in a folder of its own, which is gone if that fails. */
    static WarFile of(Path war, Path folder) throws IOException {
        try {
            layOut(war, folder);
            return new WarFile(folder, new URLClassLoader(classPath(folder), WarFile.class.getClassLoader()));
        } catch (IOException | RuntimeException unreadable) {
            delete(folder);
            throw new IOException(war + " cannot be read as a WAR, which is a zip file or a folder", unreadable);
        }
    }

    /** Returns the map that holds in the application. */
    ErrorMap map() throws IOException {
        var map = ErrorMap.builtIn().withLibraries(loader);
        var own = folder.resolve(OWN_MAP);
        return Files.exists(own) ? map.overruledBy(Files.readString(own), "/" + OWN_MAP) : map;
    }

    @Override
    public void close() throws IOException {
        loader.close();
        delete(folder);
    }

    private static void layOut(Path war, Path folder) throws IOException {
        if (Files.isDirectory(war)) {
            copy(war, folder);
            return;
        }
        // What is no zip, the JDK refuses with exceptions of several kinds, not all of which name the file.
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

    /** Only what the class path and the map are made of; an entry cannot leave the folder. */
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
