package org.errorpages.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lists the files of a directory once, so that no other name can be read.
 *
 * @param location the path for messages
 * @param files the files by name
 */
record Directory(String location, Map<String, Path> files) implements ResourceFolder {

    static final Directory NONE = new Directory("", Map.of());

    Directory {
        files = Map.copyOf(files);
    }

    static Directory at(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " isn't a directory");
        }
        try (var entries = Files.list(directory)) {
            var files = entries.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(entry -> String.valueOf(entry.getFileName()), entry -> entry));
            return new Directory(directory + "/", files);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(Directory::bytes);
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw new IllegalArgumentException(file + " has more than " + MAX_SIZE + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
