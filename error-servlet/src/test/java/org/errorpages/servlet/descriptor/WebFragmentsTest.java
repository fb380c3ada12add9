package org.errorpages.servlet.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.servlet.FakeServletContext.FRAGMENT;
import static org.errorpages.servlet.FakeServletContext.LIB;
import static org.errorpages.servlet.FakeServletContext.WEB_XML;
import static org.errorpages.servlet.FakeServletContext.code;
import static org.errorpages.servlet.FakeServletContext.webApp;
import static org.errorpages.servlet.FakeServletContext.webFragment;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.errorpages.servlet.FakeServletContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the selection of fragments, and faulty ones. */
final class WebFragmentsTest {

    private static final int NAME_IN_HEADER = 30;

    @Test
    void anApplicationWithoutWebXmlHasItsFragments() {
        var application = new FakeServletContext().fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.logged()).isEmpty();
        assertThat(application.openStreams()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "1, 0", "' true ', 0", "false, 1", "0, 1", "TRUE, 1"})
    void metadataCompleteExcludesFragments(String complete, int codes) {
        var application = new FakeServletContext()
                .file(WEB_XML, webApp("metadata-complete='" + complete + "'", ""))
                .fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().codes()).hasSize(codes);
    }

    /** Tomcat sets the attribute even then. */
    @Test
    void metadataCompleteExcludesFragmentsThatTheContainerOrdered() {
        var application = new FakeServletContext()
                .file(WEB_XML, webApp("metadata-complete='true'", code(500, "/web")))
                .attribute(ServletContext.ORDERED_LIBS, List.of("a.jar"))
                .fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().codes()).containsExactly(500);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<name>A</name>, 401",
                "<name>C</name><name>A</name>, 401 403",
                "<name> A </name><name>A</name><name>nobody</name>, 401",
                "<others/>, 401 402 403 404",
                "<name>B</name><others/>, 401 402 403 404",
                "<name/>, ''",
                "'', ''"
            })
    void absoluteOrderingSelectsFragments(String content, String codes) {
        var application = FakeServletContext.with(
                        "<absolute-ordering>" + content.replace("''", "") + "</absolute-ordering>")
                .fragment("a.jar", "<name>A</name>" + code(401, "/a"))
                .fragment("b.jar", "<name>B</name>" + code(402, "/b"))
                .fragment("c.jar", "<name>C</name>" + code(403, "/c"))
                .fragment("d.jar", code(404, "/d"));

        assertThat(String.join(" ", application.pages().described())).isEqualTo(codes.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<name>A</name><name>B</name>, /a",
                "<name>B</name><name>A</name>, /b",
                "<name>B</name><others/>, /b",
                "<others/><name>A</name>, /b"
            })
    void theFirstFragmentOfTheAbsoluteOrderingWins(String content, String location) {
        var application = FakeServletContext.with("<absolute-ordering>" + content + "</absolute-ordering>")
                .fragment("a.jar", "<name>A</name>" + code(404, "/a"))
                .fragment("b.jar", "<name>B</name>" + code(404, "/b"));

        assertThat(application.pages().forStatus(404)).contains(location);
    }

    @Test
    void onlyTheFirstOfFragmentsWithTheSameNameApplies() {
        var application = FakeServletContext.with("<absolute-ordering><name>A</name></absolute-ordering>")
                .fragment("b.jar", "<name>A</name>" + code(402, "/b"))
                .fragment("a.jar", "<name>A</name>" + code(401, "/a"));

        assertThat(application.pages().codes()).containsExactly(401);
    }

    @Test
    void theOrderOfTheContainerIsPreferred() {
        var application = FakeServletContext.with("<absolute-ordering><others/></absolute-ordering>")
                .attribute(ServletContext.ORDERED_LIBS, List.of("b.jar", "gone.jar", "a.jar"))
                .fragment("a.jar", code(404, "/a"))
                .fragment("b.jar", code(404, "/b"))
                .fragment("c.jar", code(403, "/c"));

        assertThat(application.pages().forStatus(404)).contains("/b");
        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.logged()).isEmpty();
    }

    @Test
    void theOrderOfJettyMayContainPaths() {
        var application = new FakeServletContext()
                .attribute(ServletContext.ORDERED_LIBS, List.of("/srv/app/WEB-INF/lib/b.jar"))
                .fragment("a.jar", code(404, "/a"))
                .fragment("b.jar", code(403, "/b"));

        assertThat(application.pages().codes()).containsExactly(403);
    }

    @Test
    void theOrderOfTheContainerMayBeEmpty() {
        var application = new FakeServletContext()
                .attribute(ServletContext.ORDERED_LIBS, List.of())
                .fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().codes()).isEmpty();
    }

    @Test
    void anInvalidOrderAttributeIsIgnored() {
        var application = new FakeServletContext()
                .attribute(ServletContext.ORDERED_LIBS, "a.jar")
                .fragment("a.jar", code(404, "/a"));

        assertThat(application.pages().codes()).containsExactly(404);
    }

    @Test
    void onlyJarsAreLookedInto() {
        var application = new FakeServletContext()
                .file(LIB + "a.zip", FakeServletContext.zip(Map.of(FRAGMENT, webFragment(code(404, "/a")))))
                .file(LIB + "classes/", "");

        assertThat(application.pages().codes()).isEmpty();
    }

    @Test
    void onlyTheFragmentInItsPlaceCounts() {
        var application = new FakeServletContext()
                .file(
                        LIB + "a.jar",
                        FakeServletContext.zip(Map.of("x/META-INF/web-fragment.xml", webFragment(code(404, "/a")))))
                .file(LIB + "b.jar", FakeServletContext.zip(Map.of("META-INF/web.xml", webFragment(code(403, "/b")))))
                .jar("c.jar", webApp("", code(402, "/c")));

        assertThat(application.pages().codes()).isEmpty();
        assertThat(application.logged()).isEmpty();
    }

    /** The name of the entry is before, across and after the end of the first buffer. */
    @ParameterizedTest
    @ValueSource(ints = {61, 62, 73, 84, 85, 86, 87})
    void aFragmentIsFoundAtEachPositionInTheJar(int before) {
        var jar = withoutDirectory(new byte[(1 << 16) - before], new byte[0]);

        assertThat(new FakeServletContext().file(LIB + "a.jar", jar).pages().codes())
                .containsExactly(404);
    }

    /** The name follows the high byte of the length of the extra field. */
    @Test
    void aPrecedingFirstLetterDoesNotHideTheName() {
        var jar = withoutDirectory(new byte[0], new byte['M' << 8]);

        assertThat(new String(jar, StandardCharsets.ISO_8859_1)).contains("M" + FRAGMENT);
        assertThat(new FakeServletContext().file(LIB + "a.jar", jar).pages().codes())
                .containsExactly(404);
    }

    @Test
    void aJarThatIsNotAZipIsIgnored() {
        var application = new FakeServletContext()
                .file(LIB + "a.jar", "no zip")
                .file(LIB + "b.jar", "no zip, but with META-INF/web-fragment.xml in it")
                .fragment("c.jar", code(404, "/c"));

        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.openStreams()).isZero();
    }

    @Test
    void aTruncatedJarIsLogged() {
        var zip = FakeServletContext.zip(Map.of(FRAGMENT, webFragment(code(404, "/a"))));
        var application = new FakeServletContext()
                .file(LIB + "a.jar", Arrays.copyOf(zip, 80))
                .fragment("b.jar", code(403, "/b"));

        assertThat(application.pages().codes()).containsExactly(403);
        assertThat(application.logged()).singleElement().asString().contains("/WEB-INF/lib/a.jar");
        assertThat(application.openStreams()).isZero();
    }

    /** Old archivers wrote such names; the JDK throws an IllegalArgumentException. */
    @Test
    void aJarWithNamesInAnotherCharsetIsLogged() {
        var files = new LinkedHashMap<String, String>();
        files.put("LATIN", "");
        files.put(FRAGMENT, webFragment(code(404, "/a")));
        var zip = FakeServletContext.zip(files);
        zip[NAME_IN_HEADER] = (byte) 0xe9;
        var application = new FakeServletContext().file(LIB + "a.jar", zip).fragment("b.jar", code(403, "/b"));

        assertThat(application.pages().codes()).containsExactly(403);
        assertThat(application.logged()).singleElement().asString().contains("/WEB-INF/lib/a.jar");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<web-fragment>, is not well-formed",
                "<!DOCTYPE web-fragment [<!ENTITY e 'x'>]><web-fragment>&e;</web-fragment>, contains an"
                        + " entity that XML does not predefine",
                "BIG, is larger than 1048576 bytes"
            })
    void anUnreadableFragmentAffectsOnlyItself(String xml, String why) {
        var application = FakeServletContext.with(code(500, "/web"))
                .jar("bad.jar", xml.equals("BIG") ? webFragment(" ".repeat(10 << 20)) : xml)
                .fragment("good.jar", code(404, "/good"));

        assertThat(application.pages().codes()).containsExactly(404, 500);
        assertThat(application.logged())
                .singleElement()
                .asString()
                .contains("/WEB-INF/lib/bad.jar!/META-INF/web-fragment.xml " + why);
        assertThat(application.openStreams()).isZero();
    }

    @Test
    void atMostFiveHundredJarsAreRead() {
        var application = new FakeServletContext();
        for (int i = 0; i <= WebFragments.MAX_JARS; i++) {
            application.fragment(
                    "%03d.jar".formatted(i), i < WebFragments.MAX_JARS ? code(404, "/a") : code(403, "/b"));
        }

        assertThat(application.pages().codes()).containsExactly(404);
        assertThat(application.logged()).singleElement().asString().contains("first 500 of the 501 jars");
    }

    /** Returns a jar that contains the name of the fragment once, after an uncompressed entry. */
    private static byte[] withoutDirectory(byte[] before, byte[] extra) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(stored(before));
            zip.write(before);
            var fragment = new ZipEntry(FRAGMENT);
            fragment.setExtra(extra);
            zip.putNextEntry(fragment);
            zip.write(webFragment(code(404, "/a")).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ZipEntry stored(byte[] content) {
        var entry = new ZipEntry("x");
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
