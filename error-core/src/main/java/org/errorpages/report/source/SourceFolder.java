package org.errorpages.report.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
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
        var found = read(name, name.path());
        return found.isPresent() || !name.mayLieHigher() || !Files.isDirectory(root) ? found : higher(name);
    }

    /** Returns the file of a package whose first folders were left out; its own words say whether it is the one. */
    private Optional<SourceText> higher(SourceName name) throws IOException {
        var declaration = Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(name.packageName()) + "\\s*;?\\s*$");
        for (int slash = name.path().indexOf('/');
                slash >= 0;
                slash = name.path().indexOf('/', slash + 1)) {
            var found = read(name, name.path().substring(slash + 1));
            if (found.isPresent() && declaration.matcher(found.get().text()).find()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<SourceText> read(SourceName name, String path) throws IOException {
        var named = root.resolve(path);
        if (!Files.isRegularFile(named)) {
            return Optional.empty();
        }
        var file = named.toRealPath();
        if (!file.startsWith(root.toRealPath())) {
            return Optional.empty();
        }
        boolean newer = isNewer(file);
        try (var in = Files.newInputStream(file)) {
            return SourceText.lying(name.path(), in, file).map(source -> source.withNewer(newer));
        }
    }

    private boolean isNewer(Path file) throws IOException {
        return compiled != null && Files.getLastModifiedTime(file).toInstant().isAfter(compiled.plus(IMPRECISION));
    }
}
