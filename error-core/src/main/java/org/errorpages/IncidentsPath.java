package org.errorpages;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where incidents can be looked up in development mode. */
final class IncidentsPath {

    private static final String NONE = "none";
    private static final String ALLOWED = "none, or a path such as /errorpages/incidents";
    private static final int MAX_LENGTH = 200;

    /** Segments of a path (RFC 3986, section 3.3) without parameters. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+");

    private IncidentsPath() {}

    /** Returns the path of a setting, or null for none. */
    static @Nullable String parse(String setting) {
        var path = setting.strip();
        return path.equals(NONE) ? null : requirePath(path);
    }

    /**
     * Returns the path itself.
     *
     * @throws IllegalArgumentException if it is none that a browser would leave as it is
     */
    static String requirePath(String path) {
        boolean dots = path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/..");
        if (path.length() > MAX_LENGTH || dots || !PATH.matcher(path).matches()) {
            throw ErrorPagesConfig.refusal("incidentsPath", path, ALLOWED);
        }
        return path;
    }
}
