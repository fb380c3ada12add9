package org.errorpages.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles small classes into a folder of their own.
 *
 * @param folder the folder
 */
record CompiledSources(Path folder) {

    /** The parent of all folders, until the tests end. */
    private static final Path ALL = all();

    private static Path all() {
        try {
            var all = Files.createTempDirectory("compiled");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(all)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles classes that may use other compiled classes. */
    static CompiledSources of(List<String> sources, CompiledSources... others) {
        return with(List.of("-g"), sources, others);
    }

    /** Compiles classes with a compiler option. */
    static CompiledSources with(List<String> option, List<String> sources, CompiledSources... others) {
        try {
            var folder = Files.createTempDirectory(ALL, "sources");
            var path = Stream.of(others).map(other -> other.folder().toString()).toList();
            var options = new ArrayList<>(option);
            options.addAll(List.of("-d", folder.toString(), "-cp", String.join(":", path)));
            var compiler = ToolProvider.getSystemJavaCompiler();
            var units = sources.stream().map(Source::new).toList();
            if (!compiler.getTask(null, null, null, options, null, units).call()) {
                throw new AssertionError("not compiled: " + sources);
            }
            return new CompiledSources(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a class loader with these and other compiled classes and the JDK only. */
    ClassLoader loader(CompiledSources... others) {
        var urls = Stream.concat(Stream.of(this), Stream.of(others))
                .map(CompiledSources::url)
                .toArray(URL[]::new);
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private URL url() {
        try {
            return folder.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a static method of a class and rethrows its exception. */
    static void call(ClassLoader loader, String className, String method) throws Throwable {
        try {
            Class.forName(className, true, loader).getMethod(method).invoke(null);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** Throws an exception of a new class with that name, in place of a library that is not on the class path. */
    static void thrown(String className, String parent, String message) throws Throwable {
        int dot = className.lastIndexOf('.');
        var source = "package " + className.substring(0, dot) + "; public class " + className.substring(dot + 1)
                + " extends " + parent + " { public " + className.substring(dot + 1)
                + "(String m) { super(m); } }";
        var loader = of(List.of(source)).loader();
        throw Class.forName(className, true, loader)
                .asSubclass(Throwable.class)
                .getConstructor(String.class)
                .newInstance(message);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + path(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            var words = List.of(text.replace("{", " ").split("\\s+"));
            int type = Stream.of("class", "interface")
                    .mapToInt(words::indexOf)
                    .filter(at -> at >= 0)
                    .min()
                    .orElseThrow();
            return words.get(1).replace(";", "").replace('.', '/') + "/" + words.get(type + 1);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
