package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.resource.ResourceFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Tests escaping and bounds of templates. */
final class RestrictedThymeleafTest {

    private static final String HOSTILE = "\"><script>alert('1')</script>&amp;";
    private static final String ESCAPED = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;";

    private static final Map<String, Object> MODEL = Map.of(
            "hostile",
            HOSTILE,
            "commentEnd",
            "-->",
            "number",
            7,
            "yes",
            true,
            "list",
            List.of(Map.of("name", "a"), Map.of("name", "<b>")));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "<p th:text=\"${hostile}\">x</p> # <p>ESCAPED</p>",
                "<p th:text=\"${missing}\">x</p> # <p></p>",
                "<p data-th-text=\"|a ${number} ${hostile}|\"></p> # <p>a 7 ESCAPED</p>",
                "<a href=\"/\" th:href=\"${hostile}\">x</a> # <a href=\"ESCAPED\">x</a>",
                "<p class=\"a\" th:class=\"${hostile}\" title='t' th:title=\"${missing}\">x</p> # <p"
                        + " class=\"ESCAPED\">x</p>",
                "<p th:aria-label=\"${hostile}\"></p> # <p aria-label=\"ESCAPED\"></p>",
                "<p class=\"a\" th:classappend=\"${yes} ? 'b'\"></p> # <p class=\"a b\"></p>",
                "<i th:each=\"item : ${list}\" th:text=\"${item.name}\">x</i> # <i>a</i><i>&lt;b&gt;</i>",
                "<iframe th:srcdoc=\"${hostile}\"></iframe> # <iframe srcdoc=\"ESCAPED\"></iframe>",
                "<p>[[${hostile}]]</p> # <p>ESCAPED</p>",
                "<!-- [[${commentEnd}]] --> # <!-- --&gt; -->",
            })
    void valuesAreEscapedInEveryContext(String template, String expected) throws IOException {
        assertThat(page(template)).isEqualTo(expected.replace("ESCAPED", ESCAPED));
    }

    @ParameterizedTest
    @CsvSource({"${number.toString()}", "${@bean}", "${hostile[0]}", "${list.}", "${texts!}", "${writer!}"})
    void onlyModelNamesAreValidExpressions(String expression) {
        assertThatThrownBy(() -> page("<p th:text=\"" + expression + "\"></p>"))
                .isInstanceOf(TemplateProcessingException.class);
    }

    @Test
    void aPropertyOfAStringOrNumberIsNull() throws IOException {
        assertThat(page("<p th:text=\"${hostile.length} ?: ${number.class}\">x</p>"))
                .isEqualTo("<p></p>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"<i th:each='a : ${list}'><b>, bytes", "<i th:each='a : ${list}'>, expressions"})
    void endlessTemplatesExceedABound(String element, String bound) {
        var text = element.endsWith("<b>") ? "x".repeat(100) + "</b>" : "";

        assertThatThrownBy(() -> page((element + text).repeat(40) + "</i>".repeat(40)))
                .hasStackTraceContaining("at most")
                .hasStackTraceContaining(bound);
    }

    private String page(String template) throws IOException {
        Files.writeString(folder.resolve("error.html"), template);
        var templates = PageTemplateResolver.builtIn().with(ResourceFolder.at(folder));
        var texts = SupportedLocales.builtIn().fallback();
        return new String(RestrictedThymeleaf.of(templates).process("error", texts, MODEL), StandardCharsets.UTF_8);
    }
}
