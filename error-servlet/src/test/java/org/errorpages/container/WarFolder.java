package org.errorpages.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds an unpacked WAR with the jars of the framework in {@code WEB-INF/lib} and, in {@code WEB-INF/classes}, the test
 * classes whose name starts with Application.
 *
 * @param path the folder
 */
public record WarFolder(Path path) {

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

    /** Returns a WAR with additional elements in its web.xml. */
    public static WarFolder with(Path folder, String elements) {
        try {
            var webInf = Files.createDirectories(folder.resolve("WEB-INF"));
            Files.writeString(webInf.resolve("web.xml"), DESCRIPTOR.replace("%s", elements));
            copyLibraries(Files.createDirectories(webInf.resolve("lib")));
            copyClasses("org/errorpages/servlet", webInf);
            copyClasses("org/errorpages/conformance", webInf);
            return new WarFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file, or replaces one such as {@code WEB-INF/web.xml}. */
    public WarFolder file(String name, String content) {
        try {
            var file = path.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a jar with text files to {@code WEB-INF/lib}. */
    public WarFolder library(String name, Map<String, String> files) {
        var jar = path.resolve("WEB-INF/lib").resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a context-param element of a setting. */
    public static String setting(String key, String value) {
        return "<context-param><param-name>errorpages." + key + "</param-name><param-value>" + value
                + "</param-value></context-param>";
    }

    private static void copyLibraries(Path lib) throws IOException {
        var own = BuildProperty.path("war.jar");
        Files.copy(own, lib.resolve(own.getFileName()));
        try (var jars = Files.list(BuildProperty.path("war.lib"))) {
            copy(jars, lib);
        }
    }

    /** Copies classes named {@code Application…}, except tests. */
    private static void copyClasses(String folder, Path webInf) throws IOException {
        var classes = Files.createDirectories(webInf.resolve("classes").resolve(folder));
        try (var files = Files.list(BuildProperty.path("war.classes").resolve(folder))) {
            copy(files.filter(file -> isOfTheApplication(file.getFileName().toString())), classes);
        }
    }

    private static boolean isOfTheApplication(String file) {
        return file.startsWith("Application") && !file.contains("Test");
    }

    private static void copy(Stream<Path> files, Path folder) throws IOException {
        for (var file : files.toList()) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
    }
}
