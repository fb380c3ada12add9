package org.errorpages.render;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.errorpages.http.MediaType;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Status;

/** Renders a report as {@code application/problem+xml} (RFC 9457, appendix B). */
public final class ProblemXmlRenderer implements Renderer {

    private static final String NAMESPACE = "urn:ietf:rfc:7807";
    private static final List<MediaType> ALTERNATIVES =
            List.of(MediaType.of("application/xml"), MediaType.of("text/xml"), MediaType.of("application/*+xml"));

    /** The factory of the JDK: the application may contain another one. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    @Override
    public MediaType mediaType() {
        return MediaType.PROBLEM_XML;
    }

    @Override
    public List<MediaType> alternatives() {
        return ALTERNATIVES;
    }

    @Override
    public String contentType() {
        return "application/problem+xml;charset=utf-8";
    }

    @Override
    public boolean isCacheable(Status status) {
        return true;
    }

    @Override
    public byte[] render(ErrorReport report) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("problem");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("xml:lang", report.messages().tag());
            write(xml, ProblemMapper.of(ReportView.of(report)));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(XMLStreamWriter xml, Object value) throws XMLStreamException {
        if (value instanceof Map<?, ?> object) {
            for (var member : object.entrySet()) {
                writeElement(xml, member.getKey().toString(), member.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (var item : list) {
                writeElement(xml, "i", item);
            }
        } else {
            xml.writeCharacters(value.toString());
        }
    }

    private static void writeElement(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        write(xml, value);
        xml.writeEndElement();
    }
}
