package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.text.SupportedLocales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.standard.StandardDialect;

/** What we write in place of the standard dialect is what that writes. */
final class PageDialectTest {

    private static final Map<String, Object> MODEL = Map.of(
            "hostile",
            "\"><script>alert('1')</script>&amp;",
            "long",
            "<a>".repeat(100),
            "empty",
            "",
            "number",
            7,
            "yes",
            true,
            "list",
            List.of(Map.of("name", "a"), Map.of("name", "<b>")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${hostile}\">x</p>",
                "<p th:text=\"${long}\"></p>",
                "<p th:text=\"${missing}\">x</p>",
                "<p th:text=\"_\">stays</p>",
                "<p data-th-text=\"|a ${number} ${hostile}|\"></p>",
                "<a rel=\"x\" href=\"/\" th:href=\"${hostile}\" id=\"i\">x</a>",
                "<a th:href=\"${empty}\">x</a><a href=\"/\" th:href=\"${missing}\">x</a><a th:href=\"_\" href=\"/\">x</a>",
                "<p class=\"a\" th:class=\"${hostile}\" title='t' th:title=\"${missing}\" lang=\"en\" th:lang=\"${empty}\">x</p>",
                "<p th:id=\"|n-${number}|\" tabindex=\"0\" th:dir=\"${yes} ? 'rtl'\" th:aria-label=\"${hostile}\"></p>",
                "<p class=\"a\" th:classappend=\"${hostile}\"></p><p th:classappend=\"${yes} ? 'b'\"></p>",
                "<p class=\"a\" th:classappend=\"${empty}\"></p><p th:class=\"${empty}\" class=\"a\" th:classappend=\"c\"></p>",
                "<ul><li th:each=\"item : ${list}\" th:text=\"${item.name}\" th:class=\"${item.name}\">x</li></ul>",
                "<p th:if=\"${yes}\" th:text=\"${number}\"></p><p th:unless=\"${yes}\" th:title=\"${number}\"></p>",
                "<iframe th:srcdoc=\"${long}\" th:data-copied=\"${hostile}\"></iframe><time th:datetime=\"${number}\"></time>",
                "<input th:placeholder=\"${hostile}\" th:value=\"${number}\" th:attr=\"alt=${hostile}\">",
                "<p th:utext=\"${hostile}\"></p><p>[[${hostile}]] [(${number})]</p>"
            })
    void aTemplateOfAnApplicationGetsWhatTheStandardDialectWrites(String template) {
        var standard = new StandardDialect();
        standard.setVariableExpressionEvaluator(new ModelExpressions());

        assertThat(page(template, new PageDialect(true))).isEqualTo(page(template, standard));
    }

    @Test
    void aCommentCannotBeEndedByWhatItHolds() {
        assertThat(page("<th:block th:comment=\"|${hostile}-->|\"></th:block>", new PageDialect(false)))
                .isEqualTo("<!-- &quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;--&gt; -->");
    }

    private static String page(String template, IDialect dialect) {
        var engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setMessageResolver(new PageMessages());
        var context = new Context(Locale.ROOT, MODEL);
        context.setVariable(PageMessages.TEXTS, SupportedLocales.shipped().fallback());
        return engine.process(template, context);
    }
}
