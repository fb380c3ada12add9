package org.errorpages.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the jars of one container and the launchers; shares only the types that test and container need. */
final class ContainerLoader extends URLClassLoader {

    private static final String LAUNCHERS = "org.errorpages.container.";

    private static final Map<String, ContainerLoader> LOADED = new ConcurrentHashMap<>();

    private ContainerLoader(Path jars) {
        super(urls(jars), ClassLoader.getPlatformClassLoader());
    }

    /** Returns the loader of a container: one for all its servers. */
    static ContainerLoader of(String folder) {
        return LOADED.computeIfAbsent(
                folder,
                name -> new ContainerLoader(BuildProperty.path("containers").resolve(name)));
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.equals(Launcher.class.getName())) {
            return Launcher.class;
        }
        if (name.equals(Option.class.getName())) {
            return Option.class;
        }
        return name.startsWith(LAUNCHERS) ? define(name) : super.findClass(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (var in = Launcher.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static URL[] urls(Path jars) {
        try (var files = Files.list(jars)) {
            return files.sorted().map(ContainerLoader::url).toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
