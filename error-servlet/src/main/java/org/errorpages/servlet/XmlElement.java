package org.errorpages.servlet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An element of a deployment descriptor.
 *
 * @param name the local name; of an element in a foreign namespace one that no element of a descriptor has
 * @param attributes the values of its attributes without a namespace
 * @param text its own text without the white space around it
 * @param children the elements in it
 */
record XmlElement(String name, Map<String, String> attributes, String text, List<XmlElement> children) {

    XmlElement {
        attributes = Map.copyOf(attributes);
        text = text.strip();
        children = List.copyOf(children);
    }

    /** Returns the children of a name, in their order. */
    Stream<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name().equals(child));
    }

    /** Returns the text of the first child of a name, or the empty string. */
    String text(String child) {
        return all(child).map(XmlElement::text).findFirst().orElse("");
    }
}
