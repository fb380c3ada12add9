package org.errorpages.demo.gallery;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An element of an HTML document.
 *
 * @param name the name of the element
 * @param attributes plain values by name, escaped when they are written
 * @param content what is in it, in order
 */
record Element(String name, Map<String, String> attributes, List<Node> content) implements Node {

    /** Elements without an end tag (HTML, section 13.1.2), as far as they are used here. */
    private static final Set<String> VOID = Set.of("link", "meta");

    /** The JDK's own, whatever else the application brings along. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    Element {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        content = List.copyOf(content);
    }

    static Element of(String name, Node... content) {
        return new Element(name, Map.of(), List.of(content));
    }

    static Element of(String name, String text) {
        return of(name, new Text(text));
    }

    static Element link(String href, String text) {
        return of("a", text).with("href", href);
    }

    Element with(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, content);
    }

    /** Returns this element as one whose content is in a language. */
    Element in(Language language) {
        return with("lang", language.tag()).with("dir", language.direction());
    }

    Element plus(Node... more) {
        return plus(List.of(more));
    }

    Element plus(List<? extends Node> more) {
        var all = new ArrayList<Node>(content);
        all.addAll(more);
        return new Element(name, attributes, all);
    }

    /** Returns the document of which this is the root. */
    String document() {
        var text = new StringWriter();
        try {
            var out = FACTORY.createXMLStreamWriter(text);
            out.writeDTD("<!doctype html>");
            writeTo(out);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    @Override
    public void writeTo(XMLStreamWriter out) throws XMLStreamException {
        if (VOID.contains(name)) {
            out.writeEmptyElement(name);
            writeAttributes(out);
            return;
        }
        out.writeStartElement(name);
        writeAttributes(out);
        for (var node : content) {
            node.writeTo(out);
        }
        out.writeEndElement();
    }

    private void writeAttributes(XMLStreamWriter out) throws XMLStreamException {
        for (var attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }
}
