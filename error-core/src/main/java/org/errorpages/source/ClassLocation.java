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
 * Where a class was loaded from, as the application's class loader tells; the class is not initialised by asking.
 *
 * @param className the binary name of the class
 * @param uri the location of its class file
 */
record ClassLocation(String className, URI uri) {

    /** Returns the location; a class that is none, or lies in no usual place, has none. */
    static Optional<ClassLocation> of(String className) {
        if (!SourceName.isClass(className)) {
            return Optional.empty();
        }
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var url = loader == null ? null : loader.getResource(resource(className));
            return Optional.ofNullable(url).map(found -> new ClassLocation(className, URI.create(found.toString())));
        } catch (RuntimeException unusual) {
            return Optional.empty();
        }
    }

    /** Returns at most so many locations, that of the loaded class first. */
    static List<ClassLocation> allOf(String className, int most) {
        var all = new ArrayList<ClassLocation>();
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            var urls = loader == null
                    ? ClassLoader.getSystemResources(resource(className))
                    : loader.getResources(resource(className));
            while (urls.hasMoreElements() && all.size() < most) {
                all.add(new ClassLocation(
                        className, URI.create(urls.nextElement().toString())));
            }
        } catch (IOException | RuntimeException unusual) {
            return all;
        }
        return all;
    }

    /** Returns the path of the class file below its jar or folder. */
    String resource() {
        return resource(className);
    }

    private static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }

    /** Returns whether the class lies in a folder of its own or in that of a web application, rather than in a jar. */
    boolean isUnpacked() {
        return isFile() || uri.toString().contains("/WEB-INF/classes/");
    }

    /** Returns when the class was compiled, or null where it does not lie in a folder. */
    @Nullable
    Instant compiled() {
        long millis = isFile() ? Path.of(uri).toFile().lastModified() : 0;
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Returns the folder of the package without a name, or nothing where the class lies in none. */
    Optional<Path> folder() {
        int packages = (int) className.chars().filter(c -> c == '.').count();
        return isFile() ? Optional.of(Path.of(uri.resolve("./" + "../".repeat(packages)))) : Optional.empty();
    }

    /** Returns the jar, or nothing where the class lies in none or in one within another. */
    Optional<Path> jar() {
        var inner = String.valueOf(uri.getRawSchemeSpecificPart());
        boolean plain = "jar".equals(uri.getScheme()) && inner.startsWith("file:") && inner.indexOf("!/") == end(inner);
        return plain ? Optional.of(Path.of(URI.create(inner.substring(0, end(inner))))) : Optional.empty();
    }

    /** Returns the name of the innermost jar's or war's file, or nothing where the class lies in none. */
    Optional<String> archiveName() {
        var path = String.valueOf(uri.getSchemeSpecificPart());
        int end = end(path);
        return end < 0 ? Optional.empty() : Optional.of(path.substring(path.lastIndexOf('/', end - 1) + 1, end));
    }

    /** Returns the module of the JDK, with which the path of such a location begins. */
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
