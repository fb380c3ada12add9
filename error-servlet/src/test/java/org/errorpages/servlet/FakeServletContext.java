package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.jspecify.annotations.Nullable;

/** Provides a servlet context with files in memory, attributes and a log. */
public final class FakeServletContext {

    public static final String WEB_XML = "/WEB-INF/web.xml";
    public static final String LIB = "/WEB-INF/lib/";
    public static final String FRAGMENT = "META-INF/web-fragment.xml";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<String> logged = new ArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /** Returns an application whose web.xml has the elements. */
    public static FakeServletContext with(String elements) {
        return new FakeServletContext().file(WEB_XML, webApp("", elements));
    }

    public static String webApp(String attributes, String elements) {
        return "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0' " + attributes + ">" + elements
                + "</web-app>";
    }

    public static String webFragment(String elements) {
        return "<web-fragment xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'>" + elements
                + "</web-fragment>";
    }

    /** Returns an error-page element with the content. */
    public static String page(String content, String location) {
        return "<error-page>" + content + "<location>" + location + "</location></error-page>";
    }

    public static String code(int code, String location) {
        return page("<error-code>" + code + "</error-code>", location);
    }

    public static String type(Class<?> type, String location) {
        return page("<exception-type>" + type.getName() + "</exception-type>", location);
    }

    public FakeServletContext file(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    public FakeServletContext file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a jar with a fragment that has the elements. */
    public FakeServletContext fragment(String jar, String elements) {
        return jar(jar, webFragment(elements));
    }

    /** Adds a jar with the text as its fragment. */
    public FakeServletContext jar(String jar, String fragment) {
        return file(LIB + jar, zip(Map.of("A.class", "", FRAGMENT, fragment)));
    }

    public FakeServletContext attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    public static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public ApplicationErrorPages pages() {
        return ApplicationErrorPages.of(context(), "/errorpages");
    }

    public List<String> logged() {
        return logged;
    }

    /** Returns the number of unclosed streams. */
    public int openStreams() {
        return open.get();
    }

    public ServletContext context() {
        return (ServletContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object[] arguments) {
        var argument = (String) arguments[0];
        return switch (method.getName()) {
            case "getResourceAsStream" -> stream(argument);
            case "getResourcePaths" -> paths(argument);
            case "getAttribute" -> attributes.get(argument);
            case "log" -> {
                logged.add(argument);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private @Nullable InputStream stream(String path) {
        var content = files.get(path);
        if (content == null) {
            return null;
        }
        open.incrementAndGet();
        return new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    private @Nullable Set<String> paths(String folder) {
        var paths = new LinkedHashSet<>(files.keySet());
        paths.removeIf(path -> !path.startsWith(folder));
        return paths.isEmpty() ? null : paths;
    }
}
