package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.FakeServletContext.WEB_XML;
import static org.errorpages.servlet.FakeServletContext.code;
import static org.errorpages.servlet.FakeServletContext.webApp;
import static org.errorpages.servlet.FakeServletContext.webFragment;

import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests valid and invalid entries of web.xml, and unreadable files. */
final class ApplicationErrorPagesParsingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<error-page><error-code>404</error-code></error-page>",
                "<error-page><error-code>404</error-code><location/></error-page>",
                "<error-page><error-code>404</error-code><location>404.html</location></error-page>",
                "<error-page><error-code>404</error-code><location>https://example.org/</location></error-page>",
                "<error-page><error-code>abc</error-code><location>/x</location></error-page>",
                "<error-page><error-code>0</error-code><location>/x</location></error-page>",
                "<error-page><error-code>4040</error-code><location>/x</location></error-page>",
                "<error-page><error-code>-404</error-code><location>/x</location></error-page>",
                "<error-page><error-code>٤٠٤</error-code><location>/x</location></error-page>",
                "<error-page><exception-type>a\nb</exception-type><location>/x</location></error-page>",
                "<error-page><exception-type>A</exception-type><error-code>404</error-code>"
                        + "<location>/x</location></error-page>",
                "<servlet><error-page><error-code>404</error-code><location>/x</location></error-page></servlet>",
                "<error-page xmlns='urn:x'><error-code>404</error-code><location>/x</location></error-page>",
                "<!-- <error-page><location>/x</location></error-page> -->"
            })
    void anInvalidEntryIsIgnored(String element) {
        var application = FakeServletContext.with(element + code(500, "/500"));

        assertThat(application.pages().described()).containsExactly("500");
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void anEntryMayHaveWhiteSpaceAndAnyOrder() {
        var application = FakeServletContext.with(
                "<error-page>\n <location>\n /404 </location>\n <error-code>\n 404 </error-code></error-page>"
                        + "<error-page><location>/default</location><error-code/></error-page>");

        assertThat(application.pages().forStatus(404)).contains("/404");
        assertThat(application.pages().forStatus(599)).contains("/default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jakarta.ee/xml/ns/jakartaee",
                "http://xmlns.jcp.org/xml/ns/javaee",
                "http://java.sun.com/xml/ns/javaee",
                "http://java.sun.com/xml/ns/j2ee",
                ""
            })
    void everyVersionOfWebXmlIsRead(String namespace) {
        var application = new FakeServletContext()
                .file(WEB_XML, "<web-app xmlns='" + namespace + "'>" + code(404, "/404") + "</web-app>");

        assertThat(application.pages().codes()).containsExactly(404);
    }

    @Test
    void aWebXmlWithADocumentTypeIsRead() {
        var application = new FakeServletContext()
                .file(
                        WEB_XML,
                        "<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
                                + " 'http://java.sun.com/dtd/web-app_2_3.dtd'><web-app>" + code(404, "/404")
                                + "</web-app>");

        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void anotherDocumentThanWebXmlHasNoPages() {
        assertThat(new FakeServletContext()
                        .file(WEB_XML, webFragment(code(404, "/404")))
                        .pages()
                        .codes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<web-app>, is not well-formed",
                "'', is not well-formed",
                "<!DOCTYPE web-app [<!ENTITY e 'x'>]><web-app>&e;</web-app>, contains an entity that XML does not"
                        + " predefine",
                "BIG, is larger than 1048576 bytes"
            })
    void anUnreadableWebXmlIsLoggedAndIgnored(String xml, String why) {
        var content = xml.equals("BIG") ? webApp("", code(500, "/x") + " ".repeat(10 << 20)) : xml.replace("''", "");
        var application = new FakeServletContext().file(WEB_XML, content).fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().described()).isEmpty();
        assertThat(application.logged()).singleElement().asString().contains("/WEB-INF/web.xml " + why);
        assertThat(application.openStreams()).isZero();
    }
}
