package org.errorpages.servlet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a {@code web.xml} or a {@code web-fragment.xml} says of error pages, and of the fragments that count besides.
 *
 * @param name the name of a fragment, or the empty string
 * @param complete whether no fragment counts
 * @param ordering the fragments that count, if they are listed
 * @param pages the locations by what they show: a code, the name of a class, or {@value #DEFAULT}
 */
record WebDescriptor(String name, boolean complete, Optional<AbsoluteOrdering> ordering, Map<String, String> pages) {

    /** The key of the page for everything; a reserved word, so that no class has the name. */
    static final String DEFAULT = "default";

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern CLASS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_$.]+");

    WebDescriptor {
        pages = Map.copyOf(pages);
    }

    /** Returns what an application without web.xml says. */
    static WebDescriptor none() {
        return new WebDescriptor("", false, Optional.empty(), Map.of());
    }

    static WebDescriptor ofWebXml(XmlElement root) {
        return root.name().equals("web-app") ? of(root) : none();
    }

    static WebDescriptor ofFragment(XmlElement root) {
        return root.name().equals("web-fragment") ? of(root) : none();
    }

    private static WebDescriptor of(XmlElement root) {
        boolean complete = List.of("true", "1")
                .contains(
                        root.attributes().getOrDefault("metadata-complete", "").strip());
        var ordering = root.all("absolute-ordering").findFirst().map(AbsoluteOrdering::of);
        return new WebDescriptor(root.text("name"), complete, ordering, pages(root));
    }

    /** Of two entries for the same the later one holds, as in Tomcat; Jetty does not start. */
    private static Map<String, String> pages(XmlElement root) {
        var pages = new LinkedHashMap<String, String>();
        root.all("error-page").forEach(page -> key(page).ifPresent(key -> pages.put(key, page.text("location"))));
        pages.values().removeIf(location -> !location.startsWith("/"));
        return pages;
    }

    /** Returns what a page is for, nothing for an element that the schema forbids and containers read differently. */
    private static Optional<String> key(XmlElement page) {
        var code = page.text("error-code");
        var type = page.text("exception-type");
        if (code.isEmpty() && type.isEmpty()) {
            return Optional.of(DEFAULT);
        }
        boolean valid = type.isEmpty()
                ? isCode(code)
                : code.isEmpty() && CLASS.matcher(type).matches();
        return valid ? Optional.of(code + type) : Optional.empty();
    }

    /** Returns whether a key is that of a page for a status. */
    static boolean isCode(String key) {
        return CODE.matcher(key).matches();
    }
}
