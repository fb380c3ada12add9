package org.errorpages.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources on this machine. Immutable.
 *
 * @param sourcePath the folders that are looked into first
 * @param javaHome the JDK
 * @param repository the local repository of Maven
 */
record LocalSources(List<Path> sourcePath, Path javaHome, Path repository) implements SourceFinder {

    LocalSources {
        sourcePath = List.copyOf(sourcePath);
    }

    @Override
    public Optional<SourceText> textOf(StackTraceElement frame) {
        return SourceName.of(frame).flatMap(this::first);
    }

    private Optional<SourceText> first(SourceName name) {
        return places(ClassLocation.of(name.className()))
                .flatMap(place -> find(place, name).stream())
                .findFirst();
    }

    /** Looks at a place only where the one before had nothing. */
    private Stream<SourceLocation> places(Optional<ClassLocation> location) {
        var compiled = location.map(ClassLocation::compiled).orElse(null);
        return Stream.concat(
                sourcePath.stream().map(folder -> new SourceLocation.Folder(folder, compiled)),
                location.stream().flatMap(this::comingWith));
    }

    private Stream<SourceLocation> comingWith(ClassLocation location) {
        var compiled = location.compiled();
        return Stream.<Stream<SourceLocation>>of(
                        location.folder().stream().map(folder -> new SourceLocation.Folder(folder, compiled)),
                        location.folder().stream()
                                .flatMap(folder -> ProjectFolders.around(folder).sources())
                                .map(folder -> new SourceLocation.Folder(folder, compiled)),
                        location.jar().stream().flatMap(jar -> new Jar(jar).sources(repository)),
                        location.module().stream()
                                .map(module ->
                                        new SourceLocation.Archive(javaHome.resolve("lib/src.zip"), module + "/")))
                .flatMap(places -> places);
    }

    /** What cannot be read is no source: the page must not fail over it. */
    private static Optional<SourceText> find(SourceLocation place, SourceName name) {
        try {
            return place.find(name);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
