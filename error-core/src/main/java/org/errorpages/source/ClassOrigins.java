package org.errorpages.source;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jars and folders that contain the classes of a report.
 *
 * <p>Looks up each class once and reads each jar once, within bounds. Not thread-safe.
 */
public final class ClassOrigins {

    private static final int MAX_NAME = 500;
    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_JARS = 100;
    private static final int MAX_COPIES = 5;
    private static final int LABEL_FOLDERS = 3;

    /** Identifiers and dots. Java permits ignorable characters such as NUL in identifiers; a path must not contain them. */
    private static final Pattern NAME = Pattern.compile("(?:IDENTIFIER\\.)*+IDENTIFIER"
            .replace("IDENTIFIER", "[\\p{javaJavaIdentifierPart}&&[^\\p{javaIdentifierIgnorable}]]++"));

    /** A file name with a version, which begins at the first hyphen before a digit. */
    private static final Pattern VERSIONED_NAME = Pattern.compile("(.+?)-\\d.*");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+~-]{1,64}");

    private final Map<String, Optional<ClassFile>> locations = new HashMap<>();
    private final Map<Path, Optional<String>> titles = new HashMap<>();

    /**
     * The jar or folder that holds a class.
     *
     * @param label its name and version
     * @param coordinates a filter for Maven's dependency:tree, {@code group:name} or {@code :name}, or null
     */
    public record Origin(String label, @Nullable String coordinates) {}

    /** Returns all origins of a class, that of the loaded class first. */
    public static List<Origin> allOf(String className) {
        return ClassFile.allOf(className).stream()
                .map(ClassFile::origin)
                .distinct()
                .toList();
    }

    /** Returns whether a text consists of identifiers and dots, as the names of classes, packages and modules do. */
    static boolean isName(String text) {
        return text.length() <= MAX_NAME && NAME.matcher(text).matches();
    }

    /** Returns whether a class is in a folder or in WEB-INF/classes rather than in a jar. */
    public boolean isUnpacked(String className) {
        return location(className).map(ClassFile::isUnpacked).orElse(false);
    }

    /**
     * Returns name and version of a frame's library or module, such as {@code jetty-server 12.1.14}, or empty if unknown. The
     * text is foreign.
     *
     * @param frame a frame, which may be forged
     */
    public Optional<String> libraryOf(StackTraceElement frame) {
        return module(frame).or(() -> location(frame.getClassName()).flatMap(this::library));
    }

    private static Optional<String> module(StackTraceElement frame) {
        var name = frame.getModuleName();
        if (name == null || !isName(name)) {
            return Optional.empty();
        }
        var version = frame.getModuleVersion();
        return Optional.of(version == null || !VERSION.matcher(version).matches() ? name : name + " " + version);
    }

    private Optional<String> library(ClassFile location) {
        return location.module()
                .or(() -> location.jar().flatMap(this::title))
                .or(() -> location.isUnpacked()
                        ? Optional.empty()
                        : location.archiveName().map(Jar::title));
    }

    private Optional<String> title(Path jar) {
        return titles.size() < MAX_JARS || titles.containsKey(jar)
                ? titles.computeIfAbsent(jar, file -> Optional.of(Jar.read(file).title()))
                : Optional.empty();
    }

    private Optional<ClassFile> location(String className) {
        return locations.size() < MAX_CLASSES || locations.containsKey(className)
                ? locations.computeIfAbsent(className, ClassFile::of)
                : Optional.empty();
    }

    /**
     * The location of a class file, found without initializing the class.
     *
     * @param className the binary name of the class
     */
    record ClassFile(String className, URI uri) {

        /** Returns the location, or empty for an invalid name or a class that isn't found. */
        static Optional<ClassFile> of(String className) {
            if (!isName(className)) {
                return Optional.empty();
            }
            try {
                var loader = Thread.currentThread().getContextClassLoader();
                var url = loader == null ? null : loader.getResource(resource(className));
                return Optional.ofNullable(url).map(found -> new ClassFile(className, URI.create(found.toString())));
            } catch (RuntimeException unusual) {
                return Optional.empty();
            }
        }

        /** Returns the first locations, that of the loaded class first. */
        private static List<ClassFile> allOf(String className) {
            var locations = new ArrayList<ClassFile>();
            try {
                var loader = Thread.currentThread().getContextClassLoader();
                var urls = loader == null
                        ? ClassLoader.getSystemResources(resource(className))
                        : loader.getResources(resource(className));
                while (urls.hasMoreElements() && locations.size() < MAX_COPIES) {
                    locations.add(new ClassFile(
                            className, URI.create(urls.nextElement().toString())));
                }
            } catch (IOException | RuntimeException unusual) {
                return locations;
            }
            return locations;
        }

        /** Returns the path of the class file in its jar or folder. */
        private static String resource(String className) {
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
            boolean plain =
                    "jar".equals(uri.getScheme()) && inner.startsWith("file:") && inner.indexOf("!/") == end(inner);
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

        Origin origin() {
            return module().isPresent()
                    ? new Origin("JDK " + Runtime.version(), null)
                    : archiveName().map(this::jarOrigin).orElseGet(this::folderOrigin);
        }

        /** Returns an origin with the end of the folder's path, which distinguishes a project's folders. */
        private Origin folderOrigin() {
            var names = uri.toString().replace(resource(className), "").split("/");
            int first = Math.max(0, names.length - LABEL_FOLDERS);
            return new Origin(String.join("/", List.of(names).subList(first, names.length)), null);
        }

        /** Returns an origin with the Maven artifact; of a nested jar only its name is read. */
        private Origin jarOrigin(String name) {
            var artifact = jar().flatMap(jar -> Jar.read(jar).artifact());
            if (artifact.isPresent()) {
                var maven = artifact.get();
                var label = name.contains(maven.version()) ? name : maven + " (" + name + ")";
                return new Origin(label, maven.group() + ":" + maven.name());
            }
            var versioned = VERSIONED_NAME.matcher(name);
            return new Origin(name, versioned.matches() ? ":" + versioned.group(1) : null);
        }

        private boolean isFile() {
            return "file".equals(uri.getScheme());
        }

        private static int end(String path) {
            return path.lastIndexOf("!/");
        }
    }
}
