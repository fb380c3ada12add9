package org.errorpages.container.undertow;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Wraps an element of web.xml or web-fragment.xml.
 *
 * @param element the parsed element
 */
record Descriptor(Element element) {

    static Descriptor parse(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return new Descriptor(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Returns the child elements, in order. */
    Stream<Descriptor> children() {
        var nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new Descriptor((Element) node));
    }

    List<Descriptor> all(String name) {
        return children().filter(child -> child.name().equals(name)).toList();
    }

    Optional<Descriptor> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> texts(String name) {
        return all(name).stream().map(Descriptor::text).toList();
    }

    /** Returns the texts of the grandchildren. */
    List<String> texts(String parent, String name) {
        return all(parent).stream().flatMap(each -> each.texts(name).stream()).toList();
    }

    /** Returns the text of the first child of the name. */
    Optional<String> text(String name) {
        return first(name).map(Descriptor::text);
    }

    /** Returns the text of a required child. */
    String required(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException(name() + " without " + name));
    }

    /** Returns names and values of the parameters in the elements of the name. */
    Map<String, String> parameters(String name) {
        var parameters = new LinkedHashMap<String, String>();
        all(name).forEach(each -> parameters.put(each.required("param-name"), each.required("param-value")));
        return parameters;
    }

    boolean isTrue(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    boolean hasAttribute(String name, String value) {
        return element.getAttribute(name).equals(value);
    }

    String name() {
        var prefixed = element.getTagName();
        return prefixed.substring(prefixed.indexOf(':') + 1);
    }

    String text() {
        return element.getTextContent().strip();
    }
}
