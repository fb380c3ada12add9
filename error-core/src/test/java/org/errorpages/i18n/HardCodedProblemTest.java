package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that exactly the human-readable members of problem details come from language files. */
final class HardCodedProblemTest {

    private static final String REPORTS = "org.errorpages.i18n.PseudoReports#languagesAndCodes";

    private static final List<String> WORDS = List.of("title", "detail", "todo");

    @ParameterizedTest
    @MethodSource(REPORTS)
    void theTextsOfProblemJsonComeFromTheLanguageFiles(PseudoLanguage language, int code) throws Exception {
        var report = PseudoReports.publicReport(language, code);

        assertComesFromTheFiles(words(PseudoReports.rendered(new ProblemJsonRenderer(), report)));
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void theTextsOfProblemXmlEqualThoseOfProblemJson(PseudoLanguage language, int code) throws Exception {
        var report = PseudoReports.publicReport(language, code);

        var xml = PseudoReports.rendered(new ProblemXmlRenderer(), report);

        assertThat(wordsOfXml(xml)).isEqualTo(words(PseudoReports.rendered(new ProblemJsonRenderer(), report)));
        assertThat(xml).contains("xml:lang=\"" + language.tag() + "\"");
    }

    @ParameterizedTest
    @MethodSource(REPORTS)
    void machineReadableMembersAreTheSameInAllLanguages(PseudoLanguage language, int code) throws Exception {
        var report = PseudoReports.publicReport(language, code);

        var values = values(PseudoReports.rendered(new ProblemJsonRenderer(), report), false);

        assertThat(values)
                .contains("about:blank", String.valueOf(report.incidentId()))
                .noneMatch(value -> value.contains("⟦"));
    }

    private static void assertComesFromTheFiles(List<String> words) {
        assertThat(words)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(word -> assertThat(word).startsWith("⟦"))
                .allSatisfy(word -> assertThat(PseudoLanguage.outside(word)).isEmpty());
    }

    private static List<String> words(String json) throws Exception {
        return values(json, true);
    }

    /** Returns the strings of the human-readable members, or of the others. */
    private static List<String> values(String json, boolean words) throws Exception {
        var values = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(json)) {
            var name = "";
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                name = token == JsonToken.FIELD_NAME ? parser.currentName() : name;
                if (token == JsonToken.VALUE_STRING && WORDS.contains(name) == words) {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }

    private static List<String> wordsOfXml(String xml) throws Exception {
        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        var words = new ArrayList<String>();
        for (var name : WORDS) {
            var parts = root.getElementsByTagName(name).item(0).getChildNodes();
            for (int i = 0; i < parts.getLength(); i++) {
                words.add(parts.item(i).getTextContent());
            }
        }
        return words;
    }
}
