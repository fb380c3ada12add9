package org.errorpages.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A possible location of sources. */
sealed interface SourceRoot {

    /** Returns the source, or empty if it isn't here. */
    Optional<SourceText> find(SourcePath name) throws IOException;

    /**
     * A folder with sources; links to files outside aren't followed.
     *
     * @param root the folder, which may not exist
     * @param compiled the time when the class was compiled, or null if unknown
     */
    record Folder(Path root, @Nullable Instant compiled) implements SourceRoot {

        /** Archives store times with a precision of two seconds. */
        private static final Duration PRECISION = Duration.ofSeconds(2);

        @Override
        public Optional<SourceText> find(SourcePath name) throws IOException {
            var found = read(name, name.path());
            return found.isPresent() || !name.mayOmitPackages() || !Files.isDirectory(root) ? found : findHigher(name);
        }

        /** Returns a file in a folder without the first packages, if its package declaration matches. */
        private Optional<SourceText> findHigher(SourcePath name) throws IOException {
            var declaration =
                    Pattern.compile("(?m)^\\s*package\\s+" + Pattern.quote(name.packageName()) + "\\s*;?\\s*$");
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

        private Optional<SourceText> read(SourcePath name, String path) throws IOException {
            var named = root.resolve(path);
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
                return SourceText.read(in).map(text -> new SourceText(name.path(), text, newer, file.toString(), file));
            }
        }
    }

    /**
     * A jar or zip with sources.
     *
     * @param file the archive, which may not exist
     * @param prefix the prefix of the paths in it, possibly empty
     */
    record Archive(Path file, String prefix) implements SourceRoot {

        @Override
        public Optional<SourceText> find(SourcePath name) throws IOException {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            try (var archive = new ZipFile(file.toFile())) {
                var entry = archive.getEntry(prefix + name.path());
                if (entry == null || entry.isDirectory()) {
                    return Optional.empty();
                }
                try (var in = archive.getInputStream(entry)) {
                    var location = file.getFileName() + "!/" + entry.getName();
                    return SourceText.read(in).map(text -> new SourceText(name.path(), text, false, location, null));
                }
            }
        }
    }
}
