package org.errorpages.servlet.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The error pages of a {@code web.xml} or {@code web-fragment.xml}, and which fragments count (Servlet 6.0, section 8.2).
 *
 * @param name the name of a fragment, or the empty string
 * @param complete whether no fragment counts
 * @param ordering the names of {@code absolute-ordering}, with {@value #OTHERS} for all others, if there is one
 * @param pages the locations by a status code, the name of a class, or {@value #DEFAULT}
 */
record WebDescriptor(String name, boolean complete, Optional<List<String>> ordering, Map<String, String> pages) {

    /** The key of the page for everything; a reserved word, so that no class has the name. */
    static final String DEFAULT = "default";

    private static final String OTHERS = "<others/>";

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
                .contains(root.attribute("metadata-complete").strip());
        var ordering = root.all("absolute-ordering").findFirst().map(WebDescriptor::names);
        return new WebDescriptor(root.text("name"), complete, ordering, pages(root));
    }

    private static List<String> names(XmlElement ordering) {
        return ordering.children()
                .map(child -> child.name().equals("others") ? OTHERS : child.text())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the fragments that count, by {@code absolute-ordering}; of two with the same name only the first does. */
    List<WebDescriptor> ordered(List<WebDescriptor> fragments) {
        if (ordering.isEmpty()) {
            return fragments;
        }
        var names = ordering.get();
        return names.stream()
                .flatMap(name -> name.equals(OTHERS)
                        ? fragments.stream().filter(fragment -> !names.contains(fragment.name()))
                        : fragments.stream()
                                .filter(fragment -> fragment.name().equals(name))
                                .limit(1))
                .toList();
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
