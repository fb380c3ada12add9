package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.http.NamedValue;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a response that stay when its body is lost, such as cookies or those of CORS.
 *
 * @param ofContainer of one value each
 * @param others a line each, lines of one name in a row
 */
record PreservedHeaders(List<NamedValue> ofContainer, List<NamedValue> others) {

    private enum Fate {
        /** A field of one value that a container puts into each response; to ask for one value is cheaper. */
        OF_CONTAINER,
        /** It described the body that is lost (RFC 9110, section 8; RFC 9111; RFC 9530). */
        LOST
    }

    private static final List<String> NAMES_OF_CONTAINER = List.of("Date", "Server");

    private static final List<String> NAMES_OF_THE_LOST = List.of(
            "Accept-Ranges",
            "Age",
            "Cache-Control",
            "Content-Digest",
            "Content-Disposition",
            "Content-Encoding",
            "Content-Language",
            "Content-Length",
            "Content-Location",
            "Content-Range",
            "Content-Type",
            "Digest",
            "ETag",
            "Expires",
            "Last-Modified",
            "Link",
            "Location",
            "Pragma",
            "Refresh",
            "Repr-Digest",
            "Trailer",
            "Transfer-Encoding");

    /** What becomes of a field, by its name as it is usually written and in lower case. */
    private static final Map<String, Fate> FATES = fates();

    private static Map<String, Fate> fates() {
        var fates = new HashMap<String, Fate>();
        put(NAMES_OF_CONTAINER, Fate.OF_CONTAINER, fates);
        put(NAMES_OF_THE_LOST, Fate.LOST, fates);
        return fates;
    }

    private static void put(List<String> names, Fate fate, Map<String, Fate> fates) {
        for (var name : names) {
            fates.put(name, fate);
            fates.put(name.toLowerCase(Locale.ROOT), fate);
        }
    }

    private static @Nullable Fate fateOf(String name) {
        var fate = FATES.get(name);
        return fate == null ? FATES.get(name.toLowerCase(Locale.ROOT)) : fate;
    }

    static PreservedHeaders of(HttpServletResponse response) {
        var kept = new PreservedHeaders(new ArrayList<>(), new ArrayList<>());
        for (var name : response.getHeaderNames()) {
            kept.keep(name, response);
        }
        return kept;
    }

    private void keep(String name, HttpServletResponse response) {
        var fate = fateOf(name);
        if (fate == Fate.OF_CONTAINER) {
            ofContainer.add(new NamedValue(name, response.getHeader(name)));
        } else if (fate == null && !isKept(name)) {
            response.getHeaders(name).forEach(value -> others.add(new NamedValue(name, value)));
        }
    }

    /** Tomcat has a name as often as it has values. */
    private boolean isKept(String name) {
        return others.stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
    }

    /** What a container keeps through a reset, such as Date or a session's cookie, is not sent twice. */
    void restoreTo(HttpServletResponse response) {
        for (var field : ofContainer) {
            if (!field.value().equals(response.getHeader(field.name()))) {
                response.setHeader(field.name(), field.value());
            }
        }
        var before = "";
        Collection<String> there = List.of();
        for (var field : others) {
            if (!field.name().equals(before)) {
                before = field.name();
                there = once(before, response);
            }
            if (!there.contains(field.value())) {
                response.addHeader(before, field.value());
            }
        }
    }

    /** Returns the values of a field, each of which is there once. Jetty has the cookie of a new session twice by itself. */
    private static Collection<String> once(String name, HttpServletResponse response) {
        var there = response.getHeaders(name);
        if (there.size() < 2) {
            return List.copyOf(there);
        }
        var once = new LinkedHashSet<>(there);
        if (once.size() < there.size()) {
            response.setHeader(name, null);
            once.forEach(value -> response.addHeader(name, value));
        }
        return once;
    }
}
