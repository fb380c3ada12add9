package org.errorpages.servlet.descriptor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds error pages and fragment order of a deployment descriptor (Servlet 6.0, section 8.2).
 *
 * @param name the name of a fragment, or the empty string
 * @param complete whether fragments are ignored ({@code metadata-complete})
 * @param ordering the names in {@code absolute-ordering}, with {@value #OTHERS} for all others, if present
 * @param pages the locations by status code, class name, or {@value #DEFAULT}
 */
record WebDescriptor(String name, boolean complete, Optional<List<String>> ordering, Map<String, String> pages) {

    /** The key of the default page; a reserved word, so that no class has this name. */
    static final String DEFAULT = "default";

    /** A descriptor without content. */
    static final WebDescriptor EMPTY = new WebDescriptor("", false, Optional.empty(), Map.of());

    private static final String OTHERS = "<others/>";

    private static final Pattern CODE = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern CLASS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_$.]+");

    WebDescriptor {
        pages = Map.copyOf(pages);
    }

    /** Returns the descriptor in an element, or {@link #EMPTY} if the element has another name. */
    static WebDescriptor of(XmlElement root, String name) {
        if (!root.name().equals(name)) {
            return EMPTY;
        }
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

    /** Returns the fragments that {@code absolute-ordering} selects; of two with the same name only the first. */
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

    /** A later entry replaces an earlier one with the same key, as in Tomcat; Jetty doesn't start. */
    private static Map<String, String> pages(XmlElement root) {
        var pages = new LinkedHashMap<String, String>();
        root.all("error-page").forEach(page -> key(page).ifPresent(key -> pages.put(key, page.text("location"))));
        pages.values().removeIf(location -> !location.startsWith("/"));
        return pages;
    }

    /** Returns the key of a page, or nothing if the schema forbids the element: containers read such ones differently. */
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

    /** Returns whether a key is a status code. */
    static boolean isCode(String key) {
        return CODE.matcher(key).matches();
    }
}
