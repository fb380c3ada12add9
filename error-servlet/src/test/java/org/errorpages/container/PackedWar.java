package org.errorpages.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Unpacks WAR files. */
final class PackedWar {

    private PackedWar() {}

    /** Returns the folder itself, or a new one under {@code target} with the content of the file. */
    static Path unpacked(Path war) throws IOException {
        if (Files.isDirectory(war)) {
            return war;
        }
        var folder = Files.createTempDirectory(Path.of("target"), "war");
        try (var zip = new ZipFile(war.toFile())) {
            for (var entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.resolveSibling("."));
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        return folder;
    }
}
