package org.errorpages.container.undertow;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads classes of an application before those of the container (Servlet 6.0, section 10.7.2). */
final class WebAppLoader extends URLClassLoader {

    private WebAppLoader(URL... urls) {
        super(urls, WebAppLoader.class.getClassLoader());
    }

    static WebAppLoader of(Path webInf) throws IOException {
        var places = new ArrayList<>(List.of(webInf.resolve("classes")));
        places.addAll(jars(webInf));
        return new WebAppLoader(places.stream().map(WebAppLoader::url).toArray(URL[]::new));
    }

    /** Returns the jars in {@code WEB-INF/lib} by name. */
    static List<Path> jars(Path webInf) throws IOException {
        var lib = webInf.resolve("lib");
        try (Stream<Path> files = Files.isDirectory(lib) ? Files.list(lib) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.") || name.startsWith("jakarta.servlet.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded != null ? loaded : ownOrShared(name, resolve);
        }
    }

    private Class<?> ownOrShared(String name, boolean resolve) throws ClassNotFoundException {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return super.loadClass(name, resolve);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        return Objects.requireNonNullElseGet(findResource(name), () -> super.getResource(name));
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        var all = Collections.list(findResources(name));
        Collections.list(super.getResources(name)).stream()
                .filter(url -> !all.contains(url))
                .forEach(all::add);
        return Collections.enumeration(all);
    }
}
