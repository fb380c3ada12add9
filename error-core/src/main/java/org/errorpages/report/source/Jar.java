package org.errorpages.report.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A jar of the class path.
 *
 * @param file where it lies
 */
record Jar(Path file) {

    /** So many versions of one jar may lie in a cache of Gradle. */
    private static final int MAX_SIBLINGS = 20;

    /** Returns where its sources may lie: in it, beside it, in the caches of Gradle and Maven, or in a project of ours. */
    Stream<SourcePlace> sources(Path repository) {
        var sources = fileName().replaceFirst("\\.jar$", "-sources.jar");
        return Stream.<Stream<SourcePlace>>of(
                        Stream.of(new SourceArchive(file, ""), new SourceArchive(file.resolveSibling(sources), "")),
                        inGradle().map(folder -> new SourceArchive(folder.resolve(sources), "")),
                        Stream.of(repository).flatMap(this::inMaven),
                        Stream.of(file)
                                .flatMap(jar -> ProjectFolders.around(jar).siblingSources()))
                .flatMap(places -> places);
    }

    private Stream<SourcePlace> inMaven(Path repository) {
        return artifact().stream().map(artifact -> new SourceArchive(artifact.sourcesIn(repository), ""));
    }

    /** Gradle keeps each file of an artifact in a folder of its own: files-2.1/group/name/version/hash. */
    private Stream<Path> inGradle() {
        var version = Optional.ofNullable(file.getParent()).map(Path::getParent);
        boolean cached = version.map(Path::getParent)
                .map(Path::getParent)
                .map(Path::getParent)
                .map(Path::getFileName)
                .filter(name -> name.toString().startsWith("files-"))
                .isPresent();
        return cached ? FolderListing.of(version.get(), MAX_SIBLINGS) : Stream.of();
    }

    /** Returns what its {@code pom.properties} says; of several that of the name of the file. */
    Optional<Artifact> artifact() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var contents = JarContents.open(file)) {
            return named(contents.artifacts());
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Artifact> named(List<Artifact> artifacts) {
        return artifacts.size() == 1
                ? Optional.of(artifacts.get(0))
                : artifacts.stream()
                        .filter(artifact -> fileName().startsWith(artifact.name() + "-" + artifact.version()))
                        .findFirst();
    }

    /** Returns name and version as the jar tells them in its POM or its manifest, else as its file is named. */
    String title() {
        return artifact().map(Artifact::toString).or(this::manifestTitle).orElseGet(() -> title(fileName()));
    }

    private Optional<String> manifestTitle() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var contents = JarContents.open(file)) {
            return contents.title();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns what the name of a jar's file tells: {@code tax-table-1.2.jar} is tax-table 1.2. */
    static String title(String fileName) {
        return fileName.replaceFirst("\\.[jw]ar$", "").replaceFirst("-(?=\\d)", " ");
    }

    private String fileName() {
        return String.valueOf(file.getFileName());
    }
}
