package org.errorpages.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The source folders of the project that built a class, for Maven, Gradle and IDEs.
 *
 * @param project the nearest parent folder with a build file, or null
 * @param test whether the class is test code
 */
record ProjectFolders(@Nullable Path project, boolean test) {

    private static final int MAX_LEVELS = 6;
    private static final int MAX_MODULES = 50;
    private static final int MAX_GENERATORS = 20;
    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", ".classpath", "build.xml");
    private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

    /** Returns the folders of the project that contains a class folder or jar. */
    static ProjectFolders around(Path built) {
        var parent = built.toAbsolutePath().normalize().getParent();
        var project = Stream.iterate(parent, folder -> folder != null, Path::getParent)
                .limit(MAX_LEVELS)
                .filter(ProjectFolders::isProject)
                .findFirst();
        boolean test = built.toString().contains("test-classes") || built.endsWith("test");
        return new ProjectFolders(project.orElse(null), test);
    }

    private static boolean isProject(Path folder) {
        return BUILD_FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    /** Returns the folders with handwritten and generated sources. */
    Stream<Path> sources() {
        return project == null ? Stream.of() : Stream.concat(handwritten(project), generated(project));
    }

    /** Returns the folders with the handwritten sources of the project and its sibling modules. */
    Stream<SourceRoot> siblingSources() {
        if (project == null) {
            return Stream.of();
        }
        var siblings = project.getParent() == null || !isProject(project.getParent())
                ? Stream.<Path>of()
                : in(project.getParent(), MAX_MODULES).filter(ProjectFolders::isProject);
        return Stream.concat(Stream.of(project), siblings)
                .flatMap(this::handwritten)
                .map(folder -> new SourceRoot.Folder(folder, null));
    }

    private Stream<Path> handwritten(Path module) {
        var sets = test ? Stream.of("test", "main") : Stream.of("main");
        return sets.flatMap(set -> LANGUAGES.stream()
                .map(language -> module.resolve("src").resolve(set).resolve(language)));
    }

    private Stream<Path> generated(Path module) {
        var set = test ? "test" : "main";
        return Stream.concat(
                in(module.resolve("target/generated-" + (test ? "test-" : "") + "sources"), MAX_GENERATORS),
                in(module.resolve("build/generated/sources"), MAX_GENERATORS)
                        .map(generator -> generator.resolve("java").resolve(set)));
    }

    /** Returns the first subfolders of a folder, sorted by name; none if it can't be read. */
    static Stream<Path> in(Path folder, int limit) {
        List<Path> found = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (var entry : entries) {
                if (found.size() == limit) {
                    break;
                }
                found.add(entry);
            }
        } catch (IOException | DirectoryIteratorException | SecurityException unreadable) {
            return Stream.of();
        }
        return found.stream().sorted();
    }
}
