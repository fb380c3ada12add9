package org.errorpages.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.errorpages.source.ClassOrigins.ClassFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds sources on this machine. Immutable.
 *
 * @param sourcePath the folders to search first
 * @param javaHome the folder of the JDK
 * @param repository the local Maven repository
 */
record LocalSourceFinder(List<Path> sourcePath, Path javaHome, Path repository) implements SourceFinder {

    private static final int MAX_BYTES = 2_000_000;

    /** The number of folders read next to a jar in Gradle's cache. */
    private static final int MAX_SIBLINGS = 20;

    @Override
    public Optional<SourceText> find(StackTraceElement frame) {
        return SourcePath.of(frame).flatMap(path -> roots(ClassFile.of(path.className()))
                .flatMap(root -> find(root, path).stream())
                .findFirst());
    }

    /** An unreadable source must not break the page. */
    private static Optional<SourceText> find(SourceRoot root, SourcePath path) {
        try {
            return root.find(path);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the possible locations lazily, so that a later one is read only if the earlier ones have no source. */
    private Stream<SourceRoot> roots(Optional<ClassFile> classFile) {
        var compiled = classFile.map(ClassFile::compiled).orElse(null);
        return Stream.<Stream<SourceRoot>>of(
                        sourcePath.stream().map(folder -> new Folder(folder, compiled)),
                        classFile.flatMap(ClassFile::folder).stream()
                                .flatMap(classes -> Stream.concat(
                                        Stream.of(classes),
                                        Project.of(classes).stream().flatMap(Project::sources)))
                                .map(folder -> new Folder(folder, compiled)),
                        classFile.flatMap(ClassFile::jar).stream().flatMap(this::rootsOfJar),
                        classFile.flatMap(ClassFile::module).stream()
                                .map(module -> new Archive(javaHome.resolve("lib/src.zip"), module + "/")))
                .flatMap(roots -> roots);
    }

    /** Returns the possible locations inside or next to a jar, in the caches of Gradle and Maven, and in a project. */
    private Stream<SourceRoot> rootsOfJar(Path jar) {
        var sources = String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "-sources.jar");
        var archives = Stream.of(
                        Stream.of(jar, jar.resolveSibling(sources)),
                        gradleFolders(jar).map(folder -> folder.resolve(sources)),
                        Stream.of(jar)
                                .flatMap(file -> Jar.read(file).artifact().stream())
                                .map(artifact -> artifact.sourcesIn(repository)))
                .flatMap(files -> files)
                .map(file -> new Archive(file, ""));
        return Stream.concat(
                archives,
                Stream.of(jar)
                        .flatMap(file -> Project.of(file).stream())
                        .flatMap(Project::siblingSources)
                        .map(folder -> new Folder(folder, null)));
    }

    /** Returns the folders with files of the same version in Gradle's cache: files-2.1/group/name/version/hash. */
    private static Stream<Path> gradleFolders(Path jar) {
        int names = jar.getNameCount();
        boolean cached = names >= 6 && jar.getName(names - 6).toString().startsWith("files-");
        return cached ? subfolders(jar.resolve("../..").normalize(), MAX_SIBLINGS) : Stream.of();
    }

    /** Returns the first subfolders of a folder, sorted by name; none if it can't be read. */
    private static Stream<Path> subfolders(Path folder, int limit) {
        var found = new ArrayList<Path>();
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

    /** Reads a text, or returns empty if it's too long. */
    private static Optional<String> read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        return bytes.length > MAX_BYTES ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * The path of a frame's source below a source folder.
     *
     * <p>Frames may be forged, so a path is built from valid identifiers only.
     *
     * @param className the binary name of the class
     * @param path the package and file name, such as {@code shop/Order.java}
     */
    record SourcePath(String className, String path) {

        private static final int MAX_NAME = 500;
        private static final Pattern FILE = Pattern.compile("(.+)\\.(?:java|kt|groovy|scala)");

        /** Returns the name, or empty for a frame without a valid class and file. */
        static Optional<SourcePath> of(StackTraceElement frame) {
            var className = frame.getClassName();
            var file = String.valueOf(frame.getFileName());
            if (!ClassOrigins.isName(className) || !isFile(file)) {
                return Optional.empty();
            }
            int end = className.lastIndexOf('.') + 1;
            return Optional.of(
                    new SourcePath(className, className.substring(0, end).replace('.', '/') + file));
        }

        /** Returns the package of the class, possibly empty. */
        String packageName() {
            return className.substring(0, Math.max(0, className.lastIndexOf('.')));
        }

        /** Returns whether the source folder may omit a common package prefix, as in Kotlin. */
        boolean mayOmitPackages() {
            return path.endsWith(".kt") && path.indexOf('/') > 0;
        }

        private static boolean isFile(String name) {
            var matcher = FILE.matcher(name);
            return name.length() <= MAX_NAME
                    && matcher.matches()
                    && ClassOrigins.isName(matcher.group(1).replace('-', '_'));
        }
    }

    /** A possible location of sources. */
    private interface SourceRoot {

        /** Returns the source, or empty if it isn't here. */
        Optional<SourceText> find(SourcePath path) throws IOException;
    }

    /**
     * A folder with sources; links to files outside aren't followed.
     *
     * @param root the folder, which may not exist
     * @param compiled the time when the class was compiled, or null if unknown
     */
    private record Folder(Path root, @Nullable Instant compiled) implements SourceRoot {

        /** Archives store times with a precision of two seconds. */
        private static final Duration PRECISION = Duration.ofSeconds(2);

        @Override
        public Optional<SourceText> find(SourcePath path) throws IOException {
            var found = read(path, path.path());
            return found.isPresent() || !path.mayOmitPackages() || !Files.isDirectory(root) ? found : findHigher(path);
        }

        /** Returns a file in a folder without the first packages, if its package declaration matches. */
        private Optional<SourceText> findHigher(SourcePath path) throws IOException {
            var declaration =
                    Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(path.packageName()) + "\\s*;?\\s*$");
            for (int slash = path.path().indexOf('/');
                    slash >= 0;
                    slash = path.path().indexOf('/', slash + 1)) {
                var found = read(path, path.path().substring(slash + 1));
                if (found.isPresent() && declaration.matcher(found.get().text()).find()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<SourceText> read(SourcePath path, String name) throws IOException {
            var named = root.resolve(name);
            if (!Files.isRegularFile(named)) {
                return Optional.empty();
            }
            var file = named.toRealPath();
            if (!file.startsWith(root.toRealPath())) {
                return Optional.empty();
            }
            boolean newer = compiled != null
                    && Files.getLastModifiedTime(file).toInstant().isAfter(compiled.plus(PRECISION));
            try (var in = Files.newInputStream(file)) {
                return LocalSourceFinder.read(in)
                        .map(text -> new SourceText(path.path(), text, newer, file.toString(), file));
            }
        }
    }

    /**
     * A jar or zip with sources.
     *
     * @param file the archive, which may not exist
     * @param prefix the prefix of the paths in it, possibly empty
     */
    private record Archive(Path file, String prefix) implements SourceRoot {

        @Override
        public Optional<SourceText> find(SourcePath path) throws IOException {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (var archive = new ZipFile(file.toFile())) {
                var entry = archive.getEntry(prefix + path.path());
                if (entry == null || entry.isDirectory()) {
                    return Optional.empty();
                }
                try (var in = archive.getInputStream(entry)) {
                    var location = file.getFileName() + "!/" + entry.getName();
                    return LocalSourceFinder.read(in)
                            .map(text -> new SourceText(path.path(), text, false, location, null));
                }
            }
        }
    }

    /**
     * The source folders of the project that built a class, for Maven, Gradle and IDEs.
     *
     * @param folder the nearest parent folder with a build file
     * @param test whether the class is test code
     */
    private record Project(Path folder, boolean test) {

        private static final int MAX_LEVELS = 6;
        private static final int MAX_MODULES = 50;
        private static final int MAX_GENERATORS = 20;
        private static final List<String> BUILD_FILES =
                List.of("pom.xml", "build.gradle", "build.gradle.kts", ".classpath", "build.xml");
        private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

        /** Returns the project that contains a class folder or jar. */
        static Optional<Project> of(Path built) {
            boolean test = built.toString().contains("test-classes") || built.endsWith("test");
            return Stream.iterate(built.toAbsolutePath().normalize().getParent(), Objects::nonNull, Path::getParent)
                    .limit(MAX_LEVELS)
                    .filter(Project::isProject)
                    .findFirst()
                    .map(folder -> new Project(folder, test));
        }

        private static boolean isProject(Path folder) {
            return BUILD_FILES.stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
        }

        /** Returns the folders with handwritten and generated sources. */
        Stream<Path> sources() {
            return Stream.concat(handwritten(folder), generated());
        }

        /** Returns the folders with the handwritten sources of the project and its sibling modules. */
        Stream<Path> siblingSources() {
            var siblings = Stream.ofNullable(folder.getParent())
                    .filter(Project::isProject)
                    .flatMap(parent -> subfolders(parent, MAX_MODULES))
                    .filter(Project::isProject);
            return Stream.concat(Stream.of(folder), siblings).flatMap(this::handwritten);
        }

        private Stream<Path> handwritten(Path module) {
            var sets = test ? Stream.of("test", "main") : Stream.of("main");
            return sets.flatMap(set -> LANGUAGES.stream()
                    .map(language -> module.resolve("src").resolve(set).resolve(language)));
        }

        private Stream<Path> generated() {
            var set = test ? "test" : "main";
            return Stream.concat(
                    subfolders(folder.resolve("target/generated-" + (test ? "test-" : "") + "sources"), MAX_GENERATORS),
                    subfolders(folder.resolve("build/generated/sources"), MAX_GENERATORS)
                            .map(generator -> generator.resolve("java").resolve(set)));
        }
    }
}
