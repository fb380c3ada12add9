package org.errorpages.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds sources on this machine. Immutable.
 *
 * @param sourcePath the folders to search first
 * @param javaHome the folder of the JDK
 * @param repository the local Maven repository
 */
record LocalSources(List<Path> sourcePath, Path javaHome, Path repository) implements SourceFinder {

    @Override
    public Optional<SourceText> find(StackTraceElement frame) {
        return SourcePath.of(frame).flatMap(name -> locations(ClassFileLocation.of(name.className()))
                .flatMap(location -> find(location, name).stream())
                .findFirst());
    }

    /** Returns the possible locations lazily, so that a later one is read only if the earlier ones have no source. */
    private Stream<SourceRoot> locations(Optional<ClassFileLocation> location) {
        var compiled = location.map(ClassFileLocation::compiled).orElse(null);
        return Stream.concat(
                sourcePath.stream().map(folder -> new SourceRoot.Folder(folder, compiled)),
                location.stream().flatMap(this::locationsNear));
    }

    private Stream<SourceRoot> locationsNear(ClassFileLocation location) {
        var compiled = location.compiled();
        return Stream.<Stream<SourceRoot>>of(
                        location.folder().stream()
                                .flatMap(classes -> Stream.concat(
                                        Stream.of(classes),
                                        ProjectFolders.around(classes).sources()))
                                .map(folder -> new SourceRoot.Folder(folder, compiled)),
                        location.jar().stream().flatMap(jar -> new Jar(jar).sources(repository)),
                        location.module().stream()
                                .map(module -> new SourceRoot.Archive(javaHome.resolve("lib/src.zip"), module + "/")))
                .flatMap(locations -> locations);
    }

    /** An unreadable source must not break the page. */
    private static Optional<SourceText> find(SourceRoot location, SourcePath name) {
        try {
            return location.find(name);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
