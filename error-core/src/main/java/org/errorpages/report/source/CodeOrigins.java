package org.errorpages.report.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the classes of one report come from. Each class is looked up once and each jar read once, within bounds, so that
 * no exception makes it long work. For one thread.
 */
public final class CodeOrigins {

    private static final int MAX_CLASSES = 1_000;
    private static final int MAX_JARS = 100;
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.+~-]{1,64}");

    private final Map<String, Optional<ClassLocation>> locations = new HashMap<>();
    private final Map<Path, Optional<String>> titles = new HashMap<>();

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
        return location.module().or(() -> location.jar().flatMap(this::title)).or(() -> location.jarName()
                .map(Jar::title));
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
