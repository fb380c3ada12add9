package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlElementTest {

    private static final String REFUSED = "contains an entity that XML does not predefine";
    private static final String NAMESPACE = "https://jakarta.ee/xml/ns/jakartaee";

    @Test
    void anElementHasTextAttributesAndChildren() throws IOException {
        var root = read("<a b='1' x:b='2' xmlns:x='urn:x'> one <!-- no --><?no no?>two<c>three</c><c>four</c> </a>");

        assertThat(root.name()).isEqualTo("a");
        assertThat(root.attribute("b")).isEqualTo("1");
        assertThat(root.text()).isEqualTo("one two");
        assertThat(root.all("c")).extracting(XmlElement::text).containsExactly("three", "four");
        assertThat(root.text("c")).isEqualTo("three");
        assertThat(root.text("d")).isEmpty();
    }

    @Test
    void allFormsOfXmlTextAreRead() throws IOException {
        assertThat(read("<a>/x?a=1&amp;b=<![CDATA[<2>]]>&#x41;</a>").text()).isEqualTo("/x?a=1&b=<2>A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1"})
    void theDeclaredEncodingIsUsed(String charset) throws IOException {
        var xml = "<?xml version='1.0' encoding='" + charset + "'?><a>é</a>";

        assertThat(XmlElement.read(stream(xml, Charset.forName(charset))).text())
                .isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jakarta.ee/xml/ns/jakartaee",
                "http://xmlns.jcp.org/xml/ns/javaee",
                "http://java.sun.com/xml/ns/javaee",
                "http://java.sun.com/xml/ns/j2ee"
            })
    void anElementOfADescriptorHasItsLocalName(String namespace) throws IOException {
        assertThat(read("<p:a xmlns:p='" + namespace + "'/>").name()).isEqualTo("a");
    }

    @Test
    void anElementOfAForeignNamespaceHasAQualifiedName() throws IOException {
        var root = read("<a xmlns='" + NAMESPACE + "'><a xmlns='urn:x'/><x:a xmlns:x='urn:x'/></a>");

        assertThat(root.all("a")).isEmpty();
        assertThat(root.children()).hasSize(2);
    }

    @Test
    void billionLaughsAreRejectedAtOnce() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 'ha'>");
        for (int i = 1; i <= 40; i++) {
            bomb.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        bomb.append("]><a>&e40;</a>");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatIOException()
                .isThrownBy(() -> read(bomb.toString()))
                .withMessage(REFUSED));
    }

    @Test
    void anExternalEntityIsRejectedAndItsFileNotRead(@TempDir Path folder) throws IOException {
        var canary = Files.writeString(folder.resolve("canary"), "CANARY");

        assertThatIOException()
                .isThrownBy(() -> read("<!DOCTYPE a [<!ENTITY e SYSTEM '" + canary.toUri() + "'>]><a>&e;</a>"))
                .withMessage(REFUSED);
    }

    /** If the file were fetched, its invalid declaration would be reported. */
    @Test
    void anExternalDocumentTypeIsIgnoredAndItsFileNotRead(@TempDir Path folder) throws IOException {
        var canary = Files.writeString(folder.resolve("canary.dtd"), "<!ELEMENT CANARY");

        assertThat(read("<!DOCTYPE a SYSTEM '" + canary.toUri() + "'><a>b</a>").text())
                .isEqualTo("b");
        assertThat(read("<!DOCTYPE a [<!ENTITY % p SYSTEM '" + canary.toUri() + "'> %p;]><a>b</a>")
                        .text())
                .isEqualTo("b");
    }

    @Test
    void theDocumentTypeOfAnOldDescriptorIsIgnored() throws IOException {
        var root = read(
                """
                <!DOCTYPE web-app PUBLIC
                  "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN"
                  "http://java.sun.com/dtd/web-app_2_3.dtd">
                <web-app><display-name>old &amp; good</display-name></web-app>
                """);

        assertThat(root.text("display-name")).isEqualTo("old & good");
    }

    @Test
    void declarationsOfADocumentTypeHaveNoEffect() throws IOException {
        var root = read("<!DOCTYPE a [<!ELEMENT a EMPTY><!ATTLIST a b CDATA 'given'>]><a>text</a>");

        assertThat(root.attribute("b")).isEmpty();
        assertThat(root.text()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[<!ENTITY e 'x'>]", "[<!ENTITY % p '<!ENTITY e \"x\">'> %p;]", "SYSTEM 'a.dtd'"})
    void everyDeclaredEntityIsRejected(String declared) {
        assertThatIOException()
                .isThrownBy(() -> read("<!DOCTYPE a " + declared + "><a>1<b>2&e;</b></a>"))
                .withMessage(REFUSED);
    }

    @Test
    void anEntityInAnAttributeIsNotExpanded() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> read("<!DOCTYPE a [<!ENTITY e 'x'>]><a b='&e;'/>"))
                .withMessage(REFUSED);
        assertThat(read("<!DOCTYPE a SYSTEM 'a.dtd'><a b='1&e;'/>").attribute("b"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>&e;</a>", "<!DOCTYPE a []><a>&e;</a>", "<a b='&e;'/>"})
    void anUndeclaredEntityIsRejected(String xml) {
        assertThatIOException().isThrownBy(() -> read(xml)).withMessage("is not well-formed, line 1");
    }

    @Test
    void anAttributeThatExpandsToGigabytesIsRejectedAtOnce() {
        var bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 '" + "ha".repeat(10_000) + "'>");
        for (int i = 1; i <= 12; i++) {
            bomb.append("<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
        }
        bomb.append("]><a b='&e12;'/>");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatIOException().isThrownBy(() -> read(bomb.toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "no xml",
                "<a>",
                "<a></b>",
                "<a/><a/>",
                "<a/>x",
                "<!DOCTYPE a",
                "<!DOCTYPE a><!DOCTYPE a><a/>",
                "<a/><!DOCTYPE a>",
                "<x:a/>",
                "<a b='1' b='2'/>",
                "<a>\0</a>"
            })
    void aMalformedDocumentIsRejectedWithAOneLineMessage(String xml) {
        assertThatIOException()
                .isThrownBy(() -> read(xml))
                .withMessageMatching("is not well-formed(, line -?\\d+|: [\\w.]+)");
    }

    @Test
    void theMessageContainsTheLineOfTheMistake() {
        assertThatIOException().isThrownBy(() -> read("<a>\n\n<b></a>")).withMessage("is not well-formed, line 3");
    }

    @Test
    void theDepthIsBounded() throws IOException {
        assertThat(read(nested(XmlElement.MAX_DEPTH)).name()).isEqualTo("a");
        assertThatIOException()
                .isThrownBy(() -> read(nested(XmlElement.MAX_DEPTH + 1)))
                .withMessage("has elements more than 32 deep");
        assertThatIOException().isThrownBy(() -> read("<a>".repeat(100_000)));
    }

    @Test
    void theSizeIsBounded() throws IOException {
        var padding = "x".repeat(XmlElement.MAX_BYTES - "<a></a>".length());

        assertThat(read("<a>" + padding + "</a>").text()).hasSameSizeAs(padding);
        assertThatIOException()
                .isThrownBy(() -> read("<a>" + padding + "x</a>"))
                .withMessage("is larger than 1048576 bytes");
    }

    @Test
    void noMoreThanTheBoundIsRead() {
        var taken = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                taken.incrementAndGet();
                return ' ';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                taken.addAndGet(length);
                return length;
            }
        };

        assertThatIOException().isThrownBy(() -> XmlElement.read(endless));
        assertThat(taken).hasValueLessThan(2L * XmlElement.MAX_BYTES);
    }

    private static String nested(int depth) {
        return "<a>".repeat(depth) + "</a>".repeat(depth);
    }

    private static XmlElement read(String xml) throws IOException {
        return XmlElement.read(stream(xml, StandardCharsets.UTF_8));
    }

    private static InputStream stream(String xml, Charset charset) {
        return new ByteArrayInputStream(xml.getBytes(charset));
    }
}
