package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.ContextOfFiles.WEB_XML;
import static org.errorpages.servlet.ContextOfFiles.code;
import static org.errorpages.servlet.ContextOfFiles.page;
import static org.errorpages.servlet.ContextOfFiles.type;
import static org.errorpages.servlet.ContextOfFiles.webApp;
import static org.errorpages.servlet.ContextOfFiles.webFragment;

import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which page an application has for what, and what becomes of its web.xml. */
final class ApplicationErrorPagesTest {

    private static final String OURS = "/errorpages";

    @Test
    void applicationWithoutDescriptorsHasNoPages() {
        var application = new ContextOfFiles();
        var pages = application.pages();

        assertThat(pages.forStatus(404)).isEmpty();
        assertThat(pages.forException(new IOException())).isEmpty();
        assertThat(pages.codes()).isEmpty();
        assertThat(pages.defaultPage()).isEmpty();
        assertThat(pages.described()).isEmpty();
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void statusHasThePageOfItsCode() {
        var application = ContextOfFiles.with(code(404, "/404") + page("", "/default"));

        assertThat(application.pages().forStatus(404)).contains("/404");
        assertThat(application.stillOpen()).isZero();
    }

    @Test
    void statusWithoutAnEntryHasTheDefaultPage() {
        var pages =
                ContextOfFiles.with(code(404, "/404") + page("", "/default")).pages();

        assertThat(pages.forStatus(503)).contains("/default");
        assertThat(pages.defaultPage()).contains("/default");
        assertThat(pages.codes()).containsExactly(404);
    }

    @Test
    void statusWithoutAnEntryHasNoPageWithoutADefault() {
        assertThat(ContextOfFiles.with(code(404, "/404")).pages().forStatus(503))
                .isEmpty();
    }

    @Test
    void exceptionHasNoDefaultPage() {
        assertThat(ContextOfFiles.with(page("", "/default")).pages().forException(new IOException()))
                .isEmpty();
    }

    @Test
    void nearestClassWins() {
        var pages = ContextOfFiles.with(type(Exception.class, "/exception")
                        + type(IOException.class, "/io")
                        + type(Throwable.class, "/throwable"))
                .pages();

        assertThat(pages.forException(new FileNotFoundException())).contains("/io");
        assertThat(pages.forException(new IllegalStateException())).contains("/exception");
        assertThat(pages.forException(new AssertionError())).contains("/throwable");
    }

    @Test
    void classIsNotFoundByItsSubclass() {
        assertThat(ContextOfFiles.with(type(FileNotFoundException.class, "/x"))
                        .pages()
                        .forException(new IOException()))
                .isEmpty();
    }

    @Test
    void checkedExceptionOfTheApplicationIsFoundByItsBinaryName() {
        var pages = ContextOfFiles.with(
                        page("<exception-type>" + OutOfStock.class.getName() + "</exception-type>", "/stock"))
                .pages();

        assertThat(OutOfStock.class.getName()).contains("$");
        assertThat(pages.forException(new OutOfStock())).contains("/stock");
        assertThat(pages.forException(new OutOfStock() {
                    @Serial
                    private static final long serialVersionUID = 1;
                }))
                .contains("/stock");
    }

    @Test
    void objectIsNoException() {
        assertThat(ContextOfFiles.with(type(Object.class, "/object")).pages().forException(new IOException()))
                .isEmpty();
    }

    @Test
    void nameOfTheOldServletPackageIsANameLikeAnyOther() {
        var pages = ContextOfFiles.with(page("<exception-type>javax.servlet.ServletException</exception-type>", "/old"))
                .pages();

        assertThat(pages.forException(new ServletException())).isEmpty();
        assertThat(pages.described()).containsExactly("javax.servlet.ServletException");
    }

    @Test
    void servletExceptionIsShownByThePageOfWhatCausedIt() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new ServletException(new FileNotFoundException())))
                .contains("/io");
        assertThat(pages.forException(new UnavailableException("x").initCause(new IOException())))
                .contains("/io");
    }

    @Test
    void servletExceptionInAServletExceptionIsLookedInto() {
        var nested = new ServletException(new ServletException(new ServletException(new IOException())));

        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(nested))
                .contains("/io");
    }

    @Test
    void causeIsLookedAtOnlyIfNothingIsThereForTheServletException() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io") + type(Exception.class, "/exception"))
                .pages();

        assertThat(pages.forException(new ServletException(new IOException()))).contains("/exception");
    }

    @Test
    void causeOfAnotherExceptionIsNotLookedAt() {
        var pages = ContextOfFiles.with(type(IOException.class, "/io")).pages();

        assertThat(pages.forException(new IllegalStateException(new IOException())))
                .isEmpty();
        assertThat(pages.forException(new ServletException(new IllegalStateException(new IOException()))))
                .isEmpty();
    }

    @Test
    void servletExceptionWithoutACauseHasNoPage() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new ServletException()))
                .isEmpty();
    }

    @Test
    void causesInACircleComeToAnEnd() {
        var first = new ServletException("first");
        first.initCause(new ServletException("second", first));

        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(first))
                .isEmpty();
    }

    @Test
    void endlessCausesComeToAnEnd() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new Endless()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, false"})
    void veryDeepCausesAreNotAllLookedAt(int wrappers, boolean found) {
        Throwable thrown = new IOException();
        for (int i = 0; i < wrappers; i++) {
            thrown = new ServletException(thrown);
        }

        assertThat(ContextOfFiles.with(type(IOException.class, "/io"))
                        .pages()
                        .forException(thrown)
                        .isPresent())
                .isEqualTo(found);
    }

    @Test
    void exceptionThatDoesNotTellItsCauseHasThePageOfItsClass() {
        var pages = ContextOfFiles.with(type(Hostile.class, "/hostile")).pages();

        assertThat(pages.forException(new Hostile())).contains("/hostile");
        assertThat(pages.forException(new ServletException(new Hostile()))).contains("/hostile");
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new Hostile()))
                .isEmpty();
    }

    @Test
    void causeThatIsToldInTheOldWayIsFound() {
        assertThat(ContextOfFiles.with(type(IOException.class, "/io")).pages().forException(new OldStyle()))
                .contains("/io");
    }

    @Test
    void entryOfWebXmlWinsOverThatOfAFragment() {
        var pages = ContextOfFiles.with(code(404, "/web") + type(IOException.class, "/web-io") + page("", "/web-any"))
                .fragment("a.jar", code(404, "/a") + type(IOException.class, "/a-io") + page("", "/a-any"))
                .pages();

        assertThat(pages.forStatus(404)).contains("/web");
        assertThat(pages.forException(new IOException())).contains("/web-io");
        assertThat(pages.defaultPage()).contains("/web-any");
    }

    @Test
    void fragmentsAddToWebXml() {
        var pages = ContextOfFiles.with(code(404, "/web"))
                .fragment("a.jar", code(403, "/a"))
                .fragment("b.jar", type(IOException.class, "/b"))
                .pages();

        assertThat(pages.described()).containsExactly("403", "404", "java.io.IOException");
    }

    @Test
    void laterEntryOfAFileWins() {
        assertThat(ContextOfFiles.with(code(404, "/first") + code(404, "/second"))
                        .pages()
                        .forStatus(404))
                .contains("/second");
    }

    @Test
    void entryOfTheFirstFragmentWins() {
        var pages = new ContextOfFiles()
                .fragment("b.jar", code(404, "/b"))
                .fragment("a.jar", code(404, "/a"))
                .pages();

        assertThat(pages.forStatus(404)).contains("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, OURS + "?a=1", " " + OURS + " "})
    void entryForOurPageIsNotTheirs(String location) {
        var pages = ContextOfFiles.with(code(500, location) + type(IOException.class, location) + page("", location))
                .pages();

        assertThat(pages.forStatus(500)).isEmpty();
        assertThat(pages.forException(new IOException())).isEmpty();
        assertThat(pages.defaultPage()).isEmpty();
        assertThat(pages.codes()).isEmpty();
        assertThat(pages.described()).isEmpty();
    }

    @Test
    void pageWhosePathBeginsLikeOursIsTheirs() {
        assertThat(ContextOfFiles.with(code(500, OURS + "/x")).pages().forStatus(500))
                .contains(OURS + "/x");
    }

    @Test
    void entryOfWebXmlForOurPageWinsLikeAnyOther() {
        var pages = ContextOfFiles.with(code(500, OURS)
                        + type(IOException.class, OURS)
                        + type(Exception.class, "/exception")
                        + page("", "/default"))
                .fragment("a.jar", code(500, "/a"))
                .pages();

        assertThat(pages.forStatus(500)).isEmpty();
        assertThat(pages.forException(new FileNotFoundException())).isEmpty();
        assertThat(pages.isOurs(new FileNotFoundException())).isTrue();
        assertThat(pages.isOurs(new ServletException(new Exception()))).isFalse();
        assertThat(pages.isOurs(new Error())).isFalse();
        assertThat(pages.described()).containsExactly("java.lang.Exception", "default");
    }

    @Test
    void entryOfAFragmentForOurPageIsOnlyAnOffer() {
        var pages = ContextOfFiles.with(page("", "/default"))
                .fragment("a.jar", code(500, OURS))
                .fragment("b.jar", code(500, "/b") + type(IOException.class, OURS))
                .pages();

        assertThat(pages.forStatus(500)).contains("/b");
        assertThat(pages.isOurs(new IOException())).isFalse();
    }

    @Test
    void ourFragmentIsNotTheApplicationsWhereverOurPageIs() {
        var application = ContextOfFiles.with(page("", "/default"))
                .fragment("error-servlet.jar", "<name>errorpages</name>" + code(500, "/errorpages"));
        var pages = ApplicationErrorPages.of(application.context(), "/moved");

        assertThat(pages.forStatus(500)).contains("/default");
        assertThat(pages.codes()).isEmpty();
    }

    @Test
    void shippedFragmentIsNotTheApplications() throws IOException {
        try (var shipped = ErrorPageFilter.class.getResourceAsStream("/META-INF/web-fragment.xml")) {
            var xml = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            var application = new ContextOfFiles().jar("error-servlet.jar", xml);

            assertThat(ApplicationErrorPages.of(application.context(), "/moved").described())
                    .isEmpty();
            assertThat(WebDescriptor.ofFragment(
                                    XmlReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                            .pages())
                    .hasSize(9)
                    .containsEntry("500", OURS);
        }
    }

    @Test
    void describedAreCodesThenClassesThenTheDefault() {
        var pages = ContextOfFiles.with(page("", "/d")
                        + type(TimeoutException.class, "/t")
                        + code(500, "/500")
                        + type(IOException.class, "/io")
                        + code(404, "/404"))
                .pages();

        assertThat(pages.described())
                .containsExactly(
                        "404", "500", "java.io.IOException", "java.util.concurrent.TimeoutException", "default");
        assertThat(pages.codes()).containsExactly(404, 500);
    }

    @ParameterizedTest
    @CsvSource({"20, 419", "21, 2 more", "600, 581 more"})
    void veryManyAreNotAllDescribed(int codes, String last) {
        var pages = ContextOfFiles.with(IntStream.range(400, 400 + codes)
                        .mapToObj(code -> code(code, "/x"))
                        .collect(Collectors.joining()))
                .pages();

        assertThat(pages.described()).hasSize(20).startsWith("400", "401").endsWith(last);
        assertThat(pages.codes()).hasSize(Math.min(codes, 600));
    }

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
    void whatIsNoEntryCountsForNothing(String element) {
        var application = ContextOfFiles.with(element + code(500, "/500"));

        assertThat(application.pages().described()).containsExactly("500");
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void entryMayBeWrittenWithWhiteSpaceAndInAnyOrder() {
        var application = ContextOfFiles.with(
                "<error-page>\n <location>\n /404 </location>\n <error-code>\n 404 </error-code></error-page>"
                        + "<error-page><location>/default</location><error-code/></error-page>");

        assertThat(application.pages().forStatus(404)).contains("/404");
        assertThat(application.pages().defaultPage()).contains("/default");
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
    void everyGenerationOfWebXmlIsRead(String namespace) {
        var application = new ContextOfFiles()
                .file(WEB_XML, "<web-app xmlns='" + namespace + "'>" + code(404, "/404") + "</web-app>");

        assertThat(application.pages().codes()).containsExactly(404);
    }

    @Test
    void webXmlWithADocumentTypeIsRead() {
        var application = new ContextOfFiles()
                .file(
                        WEB_XML,
                        "<!DOCTYPE web-app PUBLIC '-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN'"
                                + " 'http://java.sun.com/dtd/web-app_2_3.dtd'><web-app>" + code(404, "/404")
                                + "</web-app>");

        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void documentThatIsNoWebXmlHasNoPages() {
        assertThat(new ContextOfFiles()
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
                "<!DOCTYPE web-app [<!ENTITY e 'x'>]><web-app>&e;</web-app>, has an entity that is not XML's",
                "BIG, is larger than 1048576 bytes"
            })
    void webXmlThatCannotBeReadMeansNoPagesAndAWarning(String xml, String why) {
        var content = xml.equals("BIG") ? webApp("", code(500, "/x") + " ".repeat(10 << 20)) : xml.replace("''", "");
        var application = new ContextOfFiles().file(WEB_XML, content).fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().described()).isEmpty();
        assertThat(application.logged()).singleElement().asString().contains("/WEB-INF/web.xml " + why);
        assertThat(application.stillOpen()).isZero();
    }

    /** A checked exception of an application. */
    private static class OutOfStock extends Exception {

        @Serial
        private static final long serialVersionUID = 1;
    }

    /** Has another cause each time it is asked. */
    private static final class Endless extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }

        @Override
        public Throwable getRootCause() {
            return getCause();
        }
    }

    /** Throws whatever it is asked. */
    private static final class Hostile extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public Throwable getRootCause() {
            throw new StackOverflowError("no root cause");
        }
    }

    /** Tells its cause only as Servlet 2.2 did. */
    private static final class OldStyle extends ServletException {

        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Throwable getRootCause() {
            return new IOException();
        }
    }
}
