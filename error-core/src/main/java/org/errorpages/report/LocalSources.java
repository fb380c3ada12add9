package org.errorpages.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources on this machine. Immutable. */
final class LocalSources implements SnippetSource {

    private final List<Path> sourcePath;
    private final Path javaHome;

    LocalSources(List<Path> sourcePath, Path javaHome) {
        this.sourcePath = List.copyOf(sourcePath);
        this.javaHome = javaHome;
    }

    @Override
    public Optional<SourceText> textOf(StackTraceElement frame) {
        return SourceName.of(frame).flatMap(this::first);
    }

    private Optional<SourceText> first(SourceName name) {
        return places(name).stream()
                .flatMap(place -> find(place, name).stream())
                .findFirst();
    }

    private List<SourcePlace> places(SourceName name) {
        var location = location(name);
        var places = new ArrayList<SourcePlace>();
        sourcePath.forEach(folder -> places.add(
                new SourceFolder(folder, location.map(ClassLocation::compiled).orElse(null))));
        location.ifPresent(known -> places.addAll(known.places(javaHome)));
        return places;
    }

    /** A location that is no usual one, such as a jar within a jar, is none. */
    private static Optional<ClassLocation> location(SourceName name) {
        try {
            return ClassLocation.of(name);
        } catch (RuntimeException unusual) {
            return Optional.empty();
        }
    }

    /** What cannot be read is no source: the page must not fail over it. */
    private static Optional<SourceText> find(SourcePlace place, SourceName name) {
        try {
            return place.find(name);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
