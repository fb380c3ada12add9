package org.errorpages.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The name, version and artifact that a jar declares, read within bounds.
 *
 * @param artifact the artifact of its {@code pom.properties}; if there are several, the one that matches the file name
 * @param title name and version from its POM or manifest, or else from its file name
 */
record Jar(Optional<Artifact> artifact, String title) {

    private static final int MAX_BYTES = 100_000;
    private static final int MAX_ENTRIES = 20_000;
    private static final int MAX_ARTIFACTS = 10;
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    /**
     * The Maven coordinates that a jar declares.
     *
     * <p>A jar may declare anything, so names with unusual characters are rejected.
     */
    record Artifact(String group, String name, String version) {

        private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,120}");

        private static Optional<Artifact> of(Properties pom) {
            var artifact = new Artifact(
                    pom.getProperty("groupId", ""), pom.getProperty("artifactId", ""), pom.getProperty("version", ""));
            return Stream.of(artifact.group, artifact.name, artifact.version)
                            .allMatch(part -> PART.matcher(part).matches() && !part.contains(".."))
                    ? Optional.of(artifact)
                    : Optional.empty();
        }

        /** Returns the path of the jar with its sources in a local Maven repository. */
        Path sourcesIn(Path repository) {
            return repository.resolve(
                    String.join("/", group.replace('.', '/'), name, version, name + "-" + version + "-sources.jar"));
        }

        @Override
        public String toString() {
            return name + " " + version;
        }
    }

    static Jar read(Path file) {
        var fileName = String.valueOf(file.getFileName());
        if (Files.isRegularFile(file)) {
            try (var zip = new ZipFile(file.toFile())) {
                var artifact = artifact(zip, fileName);
                var title = artifact.isPresent() ? artifact.map(Artifact::toString) : manifestTitle(zip);
                return new Jar(artifact, title.orElseGet(() -> title(fileName)));
            } catch (IOException | RuntimeException unreadable) {
                // The file name remains.
            }
        }
        return new Jar(Optional.empty(), title(fileName));
    }

    /** Returns name and version from a file name: {@code tax-table 1.2} from {@code tax-table-1.2.jar}. */
    static String title(String fileName) {
        return fileName.replaceFirst("\\.[jw]ar$", "").replaceFirst("-(?=\\d)", " ");
    }

    private static Optional<Artifact> artifact(ZipFile zip, String fileName) throws IOException {
        var poms = zip.stream()
                .limit(MAX_ENTRIES)
                .filter(entry -> entry.getName().startsWith("META-INF/maven/"))
                .filter(entry -> POM.matcher(entry.getName()).matches())
                .limit(MAX_ARTIFACTS)
                .toList();
        var artifacts = new ArrayList<Artifact>();
        for (var pom : poms) {
            var properties = new Properties();
            properties.load(new ByteArrayInputStream(bytes(zip, pom)));
            Artifact.of(properties).ifPresent(artifacts::add);
        }
        boolean single = artifacts.size() == 1;
        return artifacts.stream()
                .filter(artifact -> single || fileName.startsWith(artifact.name() + "-" + artifact.version()))
                .findFirst();
    }

    private static Optional<String> manifestTitle(ZipFile zip) throws IOException {
        var entry = zip.getEntry("META-INF/MANIFEST.MF");
        if (entry == null) {
            return Optional.empty();
        }
        var main = new Manifest(new ByteArrayInputStream(bytes(zip, entry))).getMainAttributes();
        return title(main, "Implementation-Title", "Implementation-Version")
                .or(() -> title(main, "Bundle-SymbolicName", "Bundle-Version"));
    }

    private static Optional<String> title(Attributes main, String name, String version) {
        return Optional.ofNullable(main.getValue(name))
                .map(title -> title.replaceFirst(";.*", "").strip())
                .filter(title -> !title.isEmpty())
                .flatMap(title -> Optional.ofNullable(main.getValue(version)).map(number -> title + " " + number));
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(MAX_BYTES);
        }
    }
}
