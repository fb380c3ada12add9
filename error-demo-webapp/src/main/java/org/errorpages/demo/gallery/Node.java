package org.errorpages.demo.gallery;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A piece of an HTML document. */
sealed interface Node permits Node.Text, Element {

    void writeTo(XMLStreamWriter out) throws XMLStreamException;

    /**
     * Plain text, escaped when it is written.
     *
     * @param text what is read
     */
    record Text(String text) implements Node {

        @Override
        public void writeTo(XMLStreamWriter out) throws XMLStreamException {
            out.writeCharacters(text);
        }
    }
}
