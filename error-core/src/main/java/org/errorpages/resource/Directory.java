package org.errorpages.resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        var files = new TreeMap<String, Path>();
        try (var entries = Files.newDirectoryStream(directory, Files::isRegularFile)) {
            for (var entry : entries) {
                files.put(String.valueOf(entry.getFileName()), entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
        return new Directory(directory + "/", files);
    }

    @Override
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    @Override
    public Optional<byte[]> read(String name) {
        var file = files.get(name);
        return file == null ? Optional.empty() : Optional.of(bytes(file));
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
