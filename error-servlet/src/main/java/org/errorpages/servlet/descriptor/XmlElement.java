package org.errorpages.servlet.descriptor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.EntityReference;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Wraps an element of a deployment descriptor from an untrusted jar.
 *
 * <p>At most {@value #MAX_BYTES} bytes and {@value #MAX_DEPTH} levels are read. A document type declaration, which
 * descriptors before Servlet 2.4 have, is skipped: nothing is fetched, and declared entities are rejected.
 */
record XmlElement(Element element) {

    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 32;

    private static final String ENTITY = "contains an entity that XML does not predefine";

    private static final Set<String> NAMESPACES = Set.of(
            "",
            "https://jakarta.ee/xml/ns/jakartaee",
            "http://xmlns.jcp.org/xml/ns/javaee",
            "http://java.sun.com/xml/ns/javaee",
            "http://java.sun.com/xml/ns/j2ee");

    /**
     * Returns the root element.
     *
     * @throws IOException if the stream can't be read or its content is rejected; the message has the reason
     */
    static XmlElement read(InputStream in) throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new IOException("is larger than " + MAX_BYTES + " bytes");
        }
        var document = parse(bytes);
        var type = document.getDoctype();
        if (type != null && type.getEntities().getLength() > 0) {
            throw new IOException(ENTITY);
        }
        check(document.getDocumentElement(), 1);
        return new XmlElement(document.getDocumentElement());
    }

    private static Document parse(byte[] bytes) throws IOException {
        try {
            // The parser of the JDK, not one of the application.
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // The default one prints to System.err.
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException malformed) {
            throw new IOException("is not well-formed, line " + malformed.getLineNumber());
        } catch (SAXException | ParserConfigurationException | IOException | RuntimeException broken) {
            // Some malformed documents cause runtime exceptions.
            throw new IOException("is not well-formed: " + broken.getClass().getName());
        }
    }

    private static void check(Element element, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("has elements more than " + MAX_DEPTH + " deep");
        }
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof EntityReference) {
                throw new IOException(ENTITY);
            }
            if (node instanceof Element child) {
                check(child, depth + 1);
            }
        }
    }

    /** Returns the local name, with the namespace before it if it isn't one of descriptors. */
    String name() {
        var namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        return NAMESPACES.contains(namespace) ? element.getLocalName() : "{" + namespace + "}" + element.getLocalName();
    }

    /** Returns the value of an attribute without a namespace, or the empty string. Declared defaults don't count. */
    String attribute(String name) {
        var attribute = element.getAttributeNodeNS(null, name);
        return attribute == null || !attribute.getSpecified() ? "" : attribute.getValue();
    }

    /** Returns the element's own text, stripped of white space. */
    String text() {
        return nodes().filter(Text.class::isInstance)
                .map(Node::getNodeValue)
                .collect(Collectors.joining())
                .strip();
    }

    /** Returns the child elements. */
    Stream<XmlElement> children() {
        return nodes().filter(Element.class::isInstance).map(node -> new XmlElement((Element) node));
    }

    /** Returns the children with a name, in document order. */
    Stream<XmlElement> all(String child) {
        return children().filter(element -> element.name().equals(child));
    }

    /** Returns the text of the first child with a name, or the empty string. */
    String text(String child) {
        return all(child).map(XmlElement::text).findFirst().orElse("");
    }

    private Stream<Node> nodes() {
        return Stream.iterate(element.getFirstChild(), node -> node != null, Node::getNextSibling);
    }
}
