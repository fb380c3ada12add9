package org.errorpages.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of one report come from. Each class is looked up once and each jar read once, within bounds, so that
 * no exception makes it long work. For one thread.
 */
public final class ClassOrigins {

    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_JARS = 100;
    private static final int MAX_COPIES = 5;
    private static final int SHOWN_FOLDERS = 3;

    /** The version begins at the first hyphen before a digit. */
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-\\d.*");

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+~-]{1,64}");

    private final Map<String, Optional<ClassLocation>> locations = new HashMap<>();
    private final Map<Path, Optional<String>> titles = new HashMap<>();

    /**
     * The jar or folder that holds a class.
     *
     * @param label its name, with the version of its artifact
     * @param coordinates the artifact as Maven's dependency:tree takes it, with the group if that is known, or null
     */
    public record Origin(String label, @Nullable String coordinates) {}

    /** Returns all origins of a class, that of the loaded one first; the name must be that of a class. */
    public static List<Origin> allOf(String className) {
        return ClassLocation.allOf(className, MAX_COPIES).stream()
                .map(ClassOrigins::origin)
                .distinct()
                .toList();
    }

    static Origin origin(ClassLocation location) {
        if (location.module().isPresent()) {
            return new Origin("JDK " + Runtime.version(), null);
        }
        return location.archiveName().map(name -> ofJar(location, name)).orElseGet(() -> ofFolder(location));
    }

    /** The end of the path tells the folders of a project apart. */
    private static Origin ofFolder(ClassLocation location) {
        var names = location.uri().toString().replace(location.resource(), "").split("/");
        int first = Math.max(0, names.length - SHOWN_FOLDERS);
        return new Origin(String.join("/", List.of(names).subList(first, names.length)), null);
    }

    /** A jar within a jar is not opened: its name has to do. */
    private static Origin ofJar(ClassLocation location, String name) {
        var artifact = location.jar().flatMap(jar -> new Jar(jar).artifact());
        if (artifact.isPresent()) {
            var known = artifact.get();
            var label = name.contains(known.version()) ? name : known + " (" + name + ")";
            return new Origin(label, known.group() + ":" + known.name());
        }
        var versioned = VERSIONED.matcher(name);
        return new Origin(name, versioned.matches() ? ":" + versioned.group(1) : null);
    }

    /** Returns whether a class lies in a folder, or in that of a web application, rather than in a jar. */
    public boolean isUnpacked(String className) {
        return location(className).map(ClassLocation::isUnpacked).orElse(false);
    }

    /**
     * Returns name and version of the library or module of a frame, as {@code jetty-server 12.1.14}, or nothing where they
     * are not known; what it says is foreign.
     *
     * @param frame hostile, as anybody can set the frames of an exception
     */
    public Optional<String> libraryOf(StackTraceElement frame) {
        return module(frame).or(() -> location(frame.getClassName()).flatMap(this::library));
    }

    private static Optional<String> module(StackTraceElement frame) {
        var name = frame.getModuleName();
        if (name == null || !SourceName.isClass(name)) {
            return Optional.empty();
        }
        var version = frame.getModuleVersion();
        return Optional.of(version == null || !VERSION.matcher(version).matches() ? name : name + " " + version);
    }

    private Optional<String> library(ClassLocation location) {
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

    private Optional<ClassLocation> location(String className) {
        return locations.size() < MAX_CLASSES || locations.containsKey(className)
                ? locations.computeIfAbsent(className, ClassLocation::of)
                : Optional.empty();
    }
}
