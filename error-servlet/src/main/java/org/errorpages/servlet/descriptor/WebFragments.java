package org.errorpages.servlet.descriptor;

import jakarta.servlet.ServletContext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;

/**
 * Reads the web fragments of an application that count (Servlet 6.0, section 8.2).
 *
 * <p>A fragment that can't be read is logged and skipped: a third party's jar must not prevent the start.
 */
public final class WebFragments {

    /** The largest number of jars that are looked at. */
    static final int MAX_JARS = 500;

    /** The path of a fragment in its jar. */
    public static final String FRAGMENT = "META-INF/web-fragment.xml";

    private static final byte[] NAME = FRAGMENT.getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;
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
            return mentionsFragment(context, jar) ? fragment(context, jar) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) { // A jar with names in another charset throws the latter.
            context.log("errorpages: the error pages of this fragment are not known: " + jar + "!/" + FRAGMENT + " "
                    + unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Reads the jar as a stream, because it need not be a file. */
    private static Optional<WebDescriptor> fragment(ServletContext context, String jar) throws IOException {
        try (var zip = new ZipInputStream(open(context, jar))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(FRAGMENT)) {
                    return Optional.of(WebDescriptor.ofFragment(XmlElement.read(zip)));
                }
            }
        }
        return Optional.empty();
    }

    private static InputStream open(ServletContext context, String jar) {
        var in = context.getResourceAsStream(jar);
        return new BufferedInputStream(in == null ? InputStream.nullInputStream() : in, BUFFER);
    }

    /** Searches the bytes, as a jar has the names of its entries in plain text; inflating it takes six times as long. */
    private static boolean mentionsFragment(ServletContext context, String jar) throws IOException {
        try (var in = open(context, jar)) {
            int matched = 0;
            for (int next = in.read(); next >= 0 && matched < NAME.length; next = in.read()) {
                // The first letter of the name stands nowhere else in it, so only the mismatching byte can begin it
                // anew.
                matched = next == NAME[matched] ? matched + 1 : next == NAME[0] ? 1 : 0;
            }
            return matched == NAME.length;
        }
    }
}
