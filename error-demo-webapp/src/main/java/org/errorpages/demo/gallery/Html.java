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

/** A node of an HTML document; it escapes all text and attribute values. */
sealed interface Html {

    void writeTo(XMLStreamWriter out) throws XMLStreamException;

    /**
     * Plain text.
     *
     * @param text the text, not escaped
     */
    record Text(String text) implements Html {

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            out.writeCharacters(text);
        }
    }

    /**
     * An element.
     *
     * @param name the name of the element
     * @param attributes the values by name, not escaped
     * @param content the child nodes
     */
    record Element(String name, Map<String, String> attributes, List<Html> content) implements Html {

        /** The elements without an end tag (HTML, section 13.1.2) that the gallery uses. */
        private static final Set<String> VOID = Set.of("link", "meta");

        /** The JDK's factory, even if the application has another on its class path. */
        private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

        public Element {
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
            content = List.copyOf(content);
        }

        static Element of(String name, Html... content) {
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

        /** Returns this element with the language and direction of its content. */
        Element in(Language language) {
            return with("lang", language.tag()).with("dir", language.direction());
        }

        Element plus(Html... more) {
            return plus(List.of(more));
        }

        Element plus(List<? extends Html> more) {
            var all = new ArrayList<>(content);
            all.addAll(more);
            return new Element(name, attributes, all);
        }

        /** Returns the document whose root is this element. */
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
}
