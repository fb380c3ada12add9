package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.errorpages.request.NamedValue;

/**
 * The header fields of a response that stay when its body is lost, such as cookies or those of CORS.
 *
 * @param ofContainer of one value each
 * @param others a line each, lines of one name in a row
 */
record KeptFields(List<NamedValue> ofContainer, List<NamedValue> others) {

    /** Header fields that described the body that is lost (RFC 9110, section 8; RFC 9111; RFC 9530). */
    private static final Set<String> OF_THE_LOST_BODY = names(
            "accept-ranges",
            "age",
            "cache-control",
            "content-digest",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-location",
            "content-range",
            "content-type",
            "digest",
            "etag",
            "expires",
            "last-modified",
            "link",
            "location",
            "pragma",
            "refresh",
            "repr-digest",
            "trailer",
            "transfer-encoding");

    /** Fields of one value that a container puts into each response; to ask for one value is cheaper. */
    private static final Set<String> OF_CONTAINER = names("date", "server");

    static KeptFields of(HttpServletResponse response) {
        var kept = new KeptFields(new ArrayList<>(), new ArrayList<>());
        response.getHeaderNames().forEach(name -> kept.keep(name, response));
        return kept;
    }

    private void keep(String name, HttpServletResponse response) {
        if (OF_CONTAINER.contains(name)) {
            ofContainer.add(new NamedValue(name, response.getHeader(name)));
        } else if (!OF_THE_LOST_BODY.contains(name) && !isKept(name)) {
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

    private static Set<String> names(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return Collections.unmodifiableSet(set);
    }
}
