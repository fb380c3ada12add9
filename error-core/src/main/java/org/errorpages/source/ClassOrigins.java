package org.errorpages.source;

import java.nio.file.Path;
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

    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_JARS = 100;
    private static final int MAX_COPIES = 5;
    private static final int LABEL_FOLDERS = 3;

    /** A file name with a version, which begins at the first hyphen before a digit. */
    private static final Pattern VERSIONED_NAME = Pattern.compile("(.+?)-\\d.*");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+~-]{1,64}");

    private final Map<String, Optional<ClassFileLocation>> locations = new HashMap<>();
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
        return ClassFileLocation.allOf(className, MAX_COPIES).stream()
                .map(ClassOrigins::origin)
                .distinct()
                .toList();
    }

    static Origin origin(ClassFileLocation location) {
        if (location.module().isPresent()) {
            return new Origin("JDK " + Runtime.version(), null);
        }
        return location.archiveName().map(name -> jarOrigin(location, name)).orElseGet(() -> folderOrigin(location));
    }

    /** Returns an origin with the end of the folder's path, which distinguishes a project's folders. */
    private static Origin folderOrigin(ClassFileLocation location) {
        var names = location.uri()
                .toString()
                .replace(ClassFileLocation.resource(location.className()), "")
                .split("/");
        int first = Math.max(0, names.length - LABEL_FOLDERS);
        return new Origin(String.join("/", List.of(names).subList(first, names.length)), null);
    }

    /** Returns an origin with the Maven artifact; of a nested jar only its name is read. */
    private static Origin jarOrigin(ClassFileLocation location, String name) {
        var artifact = location.jar().flatMap(jar -> new Jar(jar).artifact());
        if (artifact.isPresent()) {
            var maven = artifact.get();
            var label = name.contains(maven.version()) ? name : maven + " (" + name + ")";
            return new Origin(label, maven.group() + ":" + maven.name());
        }
        var versioned = VERSIONED_NAME.matcher(name);
        return new Origin(name, versioned.matches() ? ":" + versioned.group(1) : null);
    }

    /** Returns whether a class is in a folder or in WEB-INF/classes rather than in a jar. */
    public boolean isUnpacked(String className) {
        return location(className).map(ClassFileLocation::isUnpacked).orElse(false);
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
        if (name == null || !SourcePath.isClass(name)) {
            return Optional.empty();
        }
        var version = frame.getModuleVersion();
        return Optional.of(version == null || !VERSION.matcher(version).matches() ? name : name + " " + version);
    }

    private Optional<String> library(ClassFileLocation location) {
        return location.module()
                .or(() -> location.jar().flatMap(this::title))
                .or(() -> location.isUnpacked()
                        ? Optional.empty()
                        : location.archiveName().map(Jar::title));
    }

    private Optional<String> title(Path jar) {
        return titles.size() < MAX_JARS || titles.containsKey(jar)
                ? titles.computeIfAbsent(jar, file -> Optional.of(new Jar(file).title()))
                : Optional.empty();
    }

    private Optional<ClassFileLocation> location(String className) {
        return locations.size() < MAX_CLASSES || locations.containsKey(className)
                ? locations.computeIfAbsent(className, ClassFileLocation::of)
                : Optional.empty();
    }
}
