package org.errorpages.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The location of a class file, found without initializing the class.
 *
 * @param className the binary name of the class
 */
record ClassFileLocation(String className, URI uri) {

    /** Returns the location, or empty for an invalid name or a class that isn't found. */
    static Optional<ClassFileLocation> of(String className) {
        if (!SourcePath.isClass(className)) {
            return Optional.empty();
        }
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var url = loader == null ? null : loader.getResource(resource(className));
            return Optional.ofNullable(url)
                    .map(found -> new ClassFileLocation(className, URI.create(found.toString())));
        } catch (RuntimeException unusual) {
            return Optional.empty();
        }
    }

    /** Returns the first locations, that of the loaded class first. */
    static List<ClassFileLocation> allOf(String className, int limit) {
        var locations = new ArrayList<ClassFileLocation>();
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var urls = loader == null
                    ? ClassLoader.getSystemResources(resource(className))
                    : loader.getResources(resource(className));
            while (urls.hasMoreElements() && locations.size() < limit) {
                locations.add(new ClassFileLocation(
                        className, URI.create(urls.nextElement().toString())));
            }
        } catch (IOException | RuntimeException unusual) {
            return locations;
        }
        return locations;
    }

    /** Returns the path of the class file in its jar or folder. */
    static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }

    /** Returns whether the class is in a folder or in WEB-INF/classes rather than in a jar. */
    boolean isUnpacked() {
        return isFile() || uri.toString().contains("/WEB-INF/classes/");
    }

    /** Returns the time of compilation, or null for a class outside folders. */
    @Nullable Instant compiled() {
        long millis = isFile() ? Path.of(uri).toFile().lastModified() : 0;
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Returns the root folder of the packages, or empty for a class outside folders. */
    Optional<Path> folder() {
        int packages = (int) className.chars().filter(c -> c == '.').count();
        return isFile() ? Optional.of(Path.of(uri.resolve("./" + "../".repeat(packages)))) : Optional.empty();
    }

    /** Returns the jar, or empty for a class outside jars or in a nested jar. */
    Optional<Path> jar() {
        var inner = String.valueOf(uri.getRawSchemeSpecificPart());
        boolean plain = "jar".equals(uri.getScheme()) && inner.startsWith("file:") && inner.indexOf("!/") == end(inner);
        return plain ? Optional.of(Path.of(URI.create(inner.substring(0, end(inner))))) : Optional.empty();
    }

    /** Returns the file name of the innermost jar or war, or empty for a class outside archives. */
    Optional<String> archiveName() {
        var path = String.valueOf(uri.getSchemeSpecificPart());
        int end = end(path);
        return end < 0 ? Optional.empty() : Optional.of(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
    }

    /** Returns the JDK module, or empty for a class outside the JDK. */
    Optional<String> module() {
        return "jrt".equals(uri.getScheme())
                ? Optional.of(uri.getPath().substring(1, uri.getPath().indexOf('/', 1)))
                : Optional.empty();
    }

    private boolean isFile() {
        return "file".equals(uri.getScheme());
    }

    private static int end(String path) {
        return path.lastIndexOf("!/");
    }
}
