package org.errorpages.servlet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a deployment descriptor, which may come from anybody's jar: at most {@value #MAX_BYTES} bytes, elements at most
 * {@value #MAX_DEPTH} deep, no entity but the five of XML, and nothing from elsewhere. A document type declaration, which
 * descriptors before Servlet 2.4 have, is passed over: what it declares or names does not exist here.
 */
final class XmlReader {

    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 32;

    private static final Set<String> NAMESPACES = Set.of(
            "",
            "https://jakarta.ee/xml/ns/jakartaee",
            "http://xmlns.jcp.org/xml/ns/javaee",
            "http://java.sun.com/xml/ns/javaee",
            "http://java.sun.com/xml/ns/j2ee");

    private XmlReader() {}

    /**
     * Returns the outermost element.
     *
     * @throws IOException if the bytes cannot be had or are refused; the message says of them why
     */
    static XmlElement read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("is larger than " + MAX_BYTES + " bytes");
        }
        try {
            return document(factory().createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException malformed) {
            var place = malformed.getLocation();
            throw new IOException("is not well-formed" + (place == null ? "" : ", line " + place.getLineNumber()));
        } catch (RuntimeException broken) { // The parser of the JDK throws those too at what is malformed enough.
            throw new IOException("is not well-formed: " + broken.getClass().getName());
        }
    }

    /** Makes that of the JDK, whatever parser an application brings along. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private static XmlElement document(XMLStreamReader xml) throws IOException, XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // A comment, a processing instruction, the document type declaration.
        }
        var root = element(xml, 1);
        while (xml.hasNext()) {
            xml.next();
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader xml, int depth) throws IOException, XMLStreamException {
        if (depth > MAX_DEPTH) {
            throw new IOException("has elements more than " + MAX_DEPTH + " deep");
        }
        var name = name(xml);
        var attributes = attributes(xml);
        var text = new StringBuilder();
        var children = new ArrayList<XmlElement>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(xml, depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new IOException("has an entity that is not XML's");
                default -> {} // A comment or a processing instruction.
            }
        }
        return new XmlElement(name, attributes, text.toString(), children);
    }

    private static String name(XMLStreamReader xml) {
        var namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        return NAMESPACES.contains(namespace) ? xml.getLocalName() : "{" + namespace + "}" + xml.getLocalName();
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributePrefix(i) == null || xml.getAttributePrefix(i).isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return attributes;
    }
}
