package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The fragments of an application that count (Servlet 6.0, section 8.2).
 *
 * <p>One that cannot be read counts for nothing and is told of: a jar of somebody else does not keep us from starting.
 */
final class WebFragments {

    /** The largest number of jars that are looked at. */
    static final int MAX_JARS = 500;

    private static final String FOLDER = "/WEB-INF/lib/";

    private WebFragments() {}

    static List<WebDescriptor> of(ServletContext context, WebDescriptor webXml) {
        if (webXml.complete()) {
            return List.of();
        }
        if (context.getAttribute(ServletContext.ORDERED_LIBS) instanceof Collection<?> ordered) {
            return read(context, ordered.stream().map(WebFragments::path).toList());
        }
        return webXml.ordered(read(context, jars(context)));
    }

    /** Jetty 12.1 has whole paths where the specification has names. */
    private static String path(Object jar) {
        var name = jar.toString();
        return FOLDER + name.substring(name.lastIndexOf('/') + 1);
    }

    private static List<String> jars(ServletContext context) {
        var paths = Objects.requireNonNullElse(context.getResourcePaths(FOLDER), List.<String>of());
        return paths.stream().filter(path -> path.endsWith(".jar")).sorted().toList();
    }

    private static List<WebDescriptor> read(ServletContext context, List<String> jars) {
        if (jars.size() > MAX_JARS) {
            context.log("errorpages: error pages are looked for in the first " + MAX_JARS + " of the " + jars.size()
                    + " jars in " + FOLDER);
        }
        return jars.stream()
                .limit(MAX_JARS)
                .flatMap(jar -> read(context, jar).stream())
                .toList();
    }

    private static Optional<WebDescriptor> read(ServletContext context, String jar) {
        try {
            return new LibraryJar(context, jar).fragment().map(WebDescriptor::ofFragment);
        } catch (IOException | RuntimeException unreadable) { // A jar with names in another charset throws the latter.
            context.log("errorpages: the error pages of this fragment are not known: " + jar + "!/"
                    + LibraryJar.FRAGMENT + " " + unreadable.getMessage());
            return Optional.empty();
        }
    }
}
