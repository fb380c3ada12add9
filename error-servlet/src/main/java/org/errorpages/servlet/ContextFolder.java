package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.errorpages.resource.ResourceFolder;
import org.jspecify.annotations.Nullable;

/**
 * A folder in a web application.
 *
 * @param context the application
 * @param location the path of the folder, from slash to slash
 */
record ContextFolder(ServletContext context, String location) implements ResourceFolder {

    /** Where an application keeps its own pages and texts, if it says nothing else. */
    static final String DEFAULT = "/WEB-INF/errorpages/";

    private static final String DIRECTORY = "file:";

    /**
     * Returns the folder that a setting names: a path in the application, or a directory as a {@code file:} URL.
     *
     * @param value the setting, or null for the default, which need not be there
     * @throws IllegalArgumentException if there is no such folder
     */
    static ResourceFolder of(ServletContext context, String key, @Nullable String value) {
        var path = value == null ? DEFAULT : value.strip();
        if (path.startsWith(DIRECTORY)) {
            return ResourceFolder.at(Path.of(URI.create(path)));
        }
        boolean inside = path.startsWith("/") && !path.contains("..");
        var folder = new ContextFolder(context, path.endsWith("/") ? path : path + "/");
        if (!inside || (value != null && folder.paths().isEmpty())) {
            throw new IllegalArgumentException(
                    key + " = '" + path + "' isn't a folder of the application; allowed: a path such as " + DEFAULT
                            + ", or a directory such as file:/etc/shop/errorpages/");
        }
        return folder;
    }

    @Override
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        for (var path : paths()) {
            if (path.startsWith(location) && !path.endsWith("/")) {
                names.add(path.substring(location.length()));
            }
        }
        return names;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return names().contains(name) ? Optional.of(bytes(location + name)) : Optional.empty();
    }

    private byte[] bytes(String path) {
        try (var in = Objects.requireNonNull(context.getResourceAsStream(path), path)) {
            var bytes = in.readNBytes(MAX_SIZE + 1);
            if (bytes.length > MAX_SIZE) {
                throw new IllegalArgumentException(path + " has more than " + MAX_SIZE + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private Set<String> paths() {
        return Objects.requireNonNullElse(context.getResourcePaths(location), Set.of());
    }
}
