package org.errorpages.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder with sources; nothing outside is read, not even through a link.
 *
 * @param root the folder, which need not exist
 * @param compiled when the class was compiled, or null where that is not known
 */
record SourceFolder(Path root, @Nullable Instant compiled) implements SourcePlace {

    /** A packed class has the time of its file with two seconds' precision only. */
    private static final Duration IMPRECISION = Duration.ofSeconds(2);

    @Override
    public Optional<SourceText> find(SourceName name) throws IOException {
        var named = root.resolve(name.path());
        if (!Files.isRegularFile(named)) {
            return Optional.empty();
        }
        var file = named.toRealPath();
        if (!file.startsWith(root.toRealPath())) {
            return Optional.empty();
        }
        boolean newer = isNewer(file);
        try (var in = Files.newInputStream(file)) {
            return SourceText.read(name.path(), in).map(source -> source.withNewer(newer));
        }
    }

    private boolean isNewer(Path file) throws IOException {
        return compiled != null && Files.getLastModifiedTime(file).toInstant().isAfter(compiled.plus(IMPRECISION));
    }
}
