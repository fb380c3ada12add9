package org.errorpages.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts one server per container on first use and stops all of them after the last test of a class. */
public final class Servers implements AfterAllCallback {

    private final Map<Container, TestServer> running = new EnumMap<>(Container.class);
    private final Function<Path, Path> war;
    private final Option[] options;

    private Servers(Function<Path, Path> war, Option... options) {
        this.war = war;
        this.options = options;
    }

    /** Returns servers of the WAR that the function creates in the given folder. */
    public static Servers of(Function<Path, WarFolder> war, Option... options) {
        return new Servers(folder -> war.apply(folder).path(), options);
    }

    /** Returns servers of an existing WAR, packed or not. */
    public static Servers of(Path war, Option... options) {
        return new Servers(folder -> war, options);
    }

    /** Returns the server of a container. */
    public TestServer on(Container container) {
        return running.computeIfAbsent(container, this::start);
    }

    private TestServer start(Container container) {
        try {
            return container.serve(war.apply(newFolder()), options);
        } catch (Exception e) {
            throw new IllegalStateException(container + " does not serve the WAR", e);
        }
    }

    private static Path newFolder() throws IOException {
        return Files.createTempDirectory(Path.of("target"), "war");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.values().forEach(TestServer::close);
        running.clear();
    }
}
