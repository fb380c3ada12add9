package org.errorpages.report.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What an open jar says of itself, within bounds. */
record JarContents(ZipFile zip) implements AutoCloseable {

    private static final int MAX_BYTES = 100_000;
    private static final int MAX_ENTRIES = 20_000;
    private static final int MAX_ARTIFACTS = 10;
    private static final Pattern POM = Pattern.compile("META-INF/maven/[^/]+/[^/]+/pom\\.properties");

    static JarContents open(Path file) throws IOException {
        return new JarContents(new ZipFile(file.toFile()));
    }

    /** Returns what was packed into the jar: one artifact, or several where it is a bundle of them. */
    List<Artifact> artifacts() throws IOException {
        var poms = zip.stream()
                .limit(MAX_ENTRIES)
                .filter(entry -> POM.matcher(entry.getName()).matches())
                .limit(MAX_ARTIFACTS)
                .toList();
        var artifacts = new ArrayList<Artifact>();
        for (var pom : poms) {
            var properties = new Properties();
            properties.load(new ByteArrayInputStream(bytes(pom)));
            Artifact.of(properties).ifPresent(artifacts::add);
        }
        return artifacts;
    }

    /** Returns title and version of the manifest, or nothing where it has not both. */
    Optional<String> title() throws IOException {
        var entry = zip.getEntry("META-INF/MANIFEST.MF");
        if (entry == null) {
            return Optional.empty();
        }
        var main = new Manifest(new ByteArrayInputStream(bytes(entry))).getMainAttributes();
        return title(main, "Implementation-Title", "Implementation-Version")
                .or(() -> title(main, "Bundle-SymbolicName", "Bundle-Version"));
    }

    private static Optional<String> title(Attributes main, String name, String version) {
        return Optional.ofNullable(main.getValue(name))
                .map(title -> title.replaceFirst(";.*", "").strip())
                .filter(title -> !title.isEmpty())
                .flatMap(title -> Optional.ofNullable(main.getValue(version)).map(number -> title + " " + number));
    }

    private byte[] bytes(ZipEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            return in.readNBytes(MAX_BYTES);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
