package org.errorpages.report.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/**
 * A jar or zip with sources.
 *
 * @param file the archive, which need not exist
 * @param prefix what stands before the paths in it, perhaps empty
 */
record SourceArchive(Path file, String prefix) implements SourcePlace {

    @Override
    public Optional<SourceText> find(SourceName name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var archive = new ZipFile(file.toFile())) {
            var entry = archive.getEntry(prefix + name.path());
            if (entry == null || entry.isDirectory()) {
                return Optional.empty();
            }
            try (var in = archive.getInputStream(entry)) {
                return SourceText.packed(name.path(), in, file.getFileName() + "!/" + entry.getName());
            }
        }
    }
}
