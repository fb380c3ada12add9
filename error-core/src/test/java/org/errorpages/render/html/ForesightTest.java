package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages of an application can be rendered ahead. */
final class ForesightTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>constant</p>",
                "<code th:text=\"${incident}\">7K3M</code>",
                "<p th:if=\"${incident}\">Quote [[${incident}]] of [[${clock}]]</p>",
                "<p data-th-text='|${incident}: ${time}|'>x</p>",
                "<a th:href=\"@{/report(id=${incident})}\">report</a>",
                "<a th:href=\"${contactUrl} ?: '/'\">write</a>",
                "<p th:if=\"${code} == '503'\">Closed</p><p th:text=\"${incident}\">x</p>",
                "<p>time = 12 &lt; 13</p>",
                "<p th:text=\"#{own.number(${incident})}\">x</p>",
            })
    void aPageThatWritesOutWhatIsDifferentCanBe(String template) {
        assertThat(Foresight.isWrittenOut(template)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:if=\"${clock} == '12:00 UTC'\">noon</p>",
                "<p th:if=\"${clock} eq '12:00 UTC'\">noon</p>",
                "<p th:unless='${clock} != \"12:00 UTC\"'>noon</p>",
                "<p th:if=\"${time} &lt; '2027'\">old</p>",
                "<p th:if=\"${time} lt '2027'\">old</p>",
                "<p th:if=\"${time gt '2027'}\">old</p>",
                "<p th:switch=\"${clock}\"><b th:case=\"'12:00 UTC'\">noon</b></p>",
                "<p th:switch=\"'12:00 UTC'\"><b th:case=\"${clock}\">noon</b></p>",
                "<p th:with=\"at=${clock}\"><b th:if=\"${at} == '12:00 UTC'\">noon</b></p>",
                "<p TH:WITH=\"at=${clock}\">x</p>",
                "<p th:each=\"at : ${clock}\">x</p>",
                "<p th:object=\"${clock}\">x</p>",
                "<p th:insert=\"~{part :: at(${clock})}\">x</p>",
                "<p data-th-replace=\"~{part :: at(${clock})}\">x</p>",
                "<p>[[${clock} == '12:00 UTC' ? 'noon' : '']]</p>",
            })
    void aPageThatComparesWhatIsDifferentCannot(String template) {
        assertThat(Foresight.isWrittenOut(template)).isFalse();
    }
}
