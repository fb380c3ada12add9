package org.errorpages.report;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a class was loaded from, as the application's class loader tells; the class is not initialised by asking.
 *
 * @param name whose class
 * @param uri the location of its class file
 */
record ClassLocation(SourceName name, URI uri) {

    static Optional<ClassLocation> of(SourceName name) {
        var loader = Thread.currentThread().getContextClassLoader();
        var url = loader == null ? null : loader.getResource(name.classFile());
        return Optional.ofNullable(url).map(found -> new ClassLocation(name, URI.create(found.toString())));
    }

    /** Returns when the class was compiled, or null where it does not lie in a folder. */
    @Nullable Instant compiled() {
        long millis = isFile() ? Path.of(uri).toFile().lastModified() : 0;
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Returns where sources are put that come with the class: beside it, in it, or in the zip of the JDK. */
    List<SourcePlace> places(Path javaHome) {
        if (isFile()) {
            return List.of(new SourceFolder(folder(), compiled()));
        }
        if ("jar".equals(uri.getScheme())) {
            return besides(jar());
        }
        return "jrt".equals(uri.getScheme())
                ? List.of(new SourceArchive(javaHome.resolve("lib/src.zip"), module() + "/"))
                : List.of();
    }

    private boolean isFile() {
        return "file".equals(uri.getScheme());
    }

    /** The folder of the package without a name. */
    private Path folder() {
        int packages = (int) name.className().chars().filter(c -> c == '.').count();
        return Path.of(uri.resolve("./" + "../".repeat(packages)));
    }

    private Path jar() {
        var inner = uri.getRawSchemeSpecificPart();
        return Path.of(URI.create(inner.substring(0, inner.lastIndexOf("!/"))));
    }

    private static List<SourcePlace> besides(Path jar) {
        var sources = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "-sources.jar");
        return List.of(new SourceArchive(jar, ""), new SourceArchive(jar.resolveSibling(sources), ""));
    }

    /** The path of such a location begins with the name of the module. */
    private String module() {
        return uri.getPath().substring(1, uri.getPath().indexOf('/', 1));
    }
}
