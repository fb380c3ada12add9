package org.errorpages.servlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An unpacked WAR with the jars of the framework in {@code WEB-INF/lib} and {@link Application} in
 * {@code WEB-INF/classes}: what a user drops into a container.
 *
 * @param path the folder
 */
record WarFolder(Path path) {

    private static final String DESCRIPTOR =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
              <listener>
                <listener-class>org.errorpages.servlet.ApplicationStart</listener-class>
              </listener>
            %s
            </web-app>
            """;

    /** Returns a WAR whose web.xml has the elements besides. */
    static WarFolder with(Path folder, String elements) {
        try {
            var webInf = Files.createDirectories(folder.resolve("WEB-INF"));
            Files.writeString(webInf.resolve("web.xml"), DESCRIPTOR.replace("%s", elements));
            copyLibraries(Files.createDirectories(webInf.resolve("lib")));
            copyClasses(Files.createDirectories(webInf.resolve("classes/org/errorpages/servlet")));
            return new WarFolder(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Adds a file. */
    WarFolder file(String name, String content) {
        try {
            Files.writeString(path.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Returns a context-param element of a setting. */
    static String setting(String key, String value) {
        return "<context-param><param-name>errorpages." + key + "</param-name><param-value>" + value
                + "</param-value></context-param>";
    }

    private static void copyLibraries(Path lib) throws IOException {
        var own = Path.of(property("war.jar"));
        Files.copy(own, lib.resolve(own.getFileName()));
        try (var jars = Files.list(Path.of(property("war.lib")))) {
            copy(jars, lib);
        }
    }

    private static void copyClasses(Path classes) throws IOException {
        var compiled = Path.of(property("war.classes"), "org/errorpages/servlet");
        try (var files = Files.list(compiled)) {
            copy(files.filter(file -> file.getFileName().toString().startsWith("Application")), classes);
        }
    }

    private static void copy(Stream<Path> files, Path folder) throws IOException {
        for (var file : files.toList()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + " is set by the build");
    }
}
