package org.errorpages.hint;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jar or folder that has a class.
 *
 * @param place the name of the jar, or the end of the path of the folder
 * @param group the group of its Maven artifact, or null
 * @param artifact the name of its artifact, or null
 * @param version its version, or null
 */
record Origin(String place, @Nullable String group, @Nullable String artifact, @Nullable String version) {

    private static final int MAX_COPIES = 5;
    private static final int MAX_ENTRIES = 50_000;
    private static final int MAX_POM = 65_536;

    /** Returns all places of a class, that of the loaded one first, as the application's class loader tells them. */
    static List<Origin> allOf(String className) {
        var loader = Thread.currentThread().getContextClassLoader();
        var origins = new ArrayList<Origin>();
        try {
            var urls = loader == null
                    ? ClassLoader.getSystemResources(resource(className))
                    : loader.getResources(resource(className));
            while (urls.hasMoreElements() && origins.size() < MAX_COPIES) {
                var origin = of(urls.nextElement().toString(), resource(className));
                if (!origins.contains(origin)) {
                    origins.add(origin);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            return origins;
        }
        return origins;
    }

    /** Returns the place with the version, where it is not a part of it. */
    String label() {
        return version == null || place.contains(version) ? place : artifact + " " + version + " (" + place + ")";
    }

    /** Returns the artifact as Maven's dependency:tree reads it, with the group where that is known. */
    Optional<String> coordinates() {
        return Optional.ofNullable(artifact).map(name -> (group == null ? "" : group) + ":" + name);
    }

    private static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }

    static Origin of(String url, String resource) {
        if (url.startsWith("jrt:")) {
            return new Origin("JDK " + Runtime.version(), null, null, null);
        }
        int inside = url.lastIndexOf("!/");
        return inside < 0 ? folder(url, resource) : jar(url.substring(0, inside));
    }

    private static Origin folder(String url, String resource) {
        var names = url.replace(resource, "").split("/");
        int first = Math.max(0, names.length - 3);
        return new Origin(String.join("/", List.of(names).subList(first, names.length)), null, null, null);
    }

    /** A jar within a jar is not opened: its name has to do. */
    private static Origin jar(String url) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        var pom = url.startsWith("jar:file:") && !url.contains("!/") ? pom(url.substring(4)) : null;
        return pom == null
                ? named(name)
                : new Origin(
                        name, pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version"));
    }

    /** The version begins at the first hyphen with a digit behind it. */
    private static Origin named(String name) {
        var stem = name.endsWith(".jar") || name.endsWith(".war") ? name.substring(0, name.length() - 4) : name;
        for (int at = stem.indexOf('-'); at > 0; at = stem.indexOf('-', at + 1)) {
            if (at + 1 < stem.length() && Character.isDigit(stem.charAt(at + 1))) {
                return new Origin(name, null, stem.substring(0, at), stem.substring(at + 1));
            }
        }
        return new Origin(name, null, null, null);
    }

    /** A jar that holds several artifacts does not say which of them has the class. */
    private static @Nullable Properties pom(String jar) {
        try (var zip = new ZipFile(Path.of(URI.create(jar)).toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            @Nullable ZipEntry found = null;
            for (int i = 0; i < MAX_ENTRIES && entries.hasMoreElements(); i++) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith("META-INF/maven/")
                        && entry.getName().endsWith("/pom.properties")) {
                    if (found != null) {
                        return null;
                    }
                    found = entry;
                }
            }
            return found == null || found.getSize() > MAX_POM ? null : read(zip, found);
        } catch (IOException | RuntimeException unreadable) {
            return null;
        }
    }

    private static Properties read(ZipFile zip, ZipEntry entry) throws IOException {
        var properties = new Properties();
        try (var in = zip.getInputStream(entry)) {
            properties.load(in);
        }
        return properties;
    }
}
