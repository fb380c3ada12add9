package org.errorpages.servlet;

import java.util.List;
import java.util.stream.Stream;

/**
 * The {@code absolute-ordering} of a {@code web.xml}: which fragments count, and in which order (Servlet 6.0, section
 * 8.2.2).
 *
 * @param names the names of fragments, and {@value #OTHERS} for all that are not named
 */
record AbsoluteOrdering(List<String> names) {

    private static final String OTHERS = "<others/>";

    AbsoluteOrdering {
        names = List.copyOf(names);
    }

    static AbsoluteOrdering of(XmlElement element) {
        return new AbsoluteOrdering(element.children().stream()
                .map(child -> child.name().equals("others") ? OTHERS : child.text())
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Returns the fragments that count; of two with the same name only the first does. */
    List<WebDescriptor> of(List<WebDescriptor> fragments) {
        return names.stream()
                .flatMap(name -> name.equals(OTHERS) ? others(fragments) : named(name, fragments))
                .toList();
    }

    private Stream<WebDescriptor> others(List<WebDescriptor> fragments) {
        return fragments.stream().filter(fragment -> !names.contains(fragment.name()));
    }

    private static Stream<WebDescriptor> named(String name, List<WebDescriptor> fragments) {
        return fragments.stream()
                .filter(fragment -> fragment.name().equals(name))
                .limit(1);
    }
}
