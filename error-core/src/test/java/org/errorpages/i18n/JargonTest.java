package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that public texts contain no jargon, and are polite in Korean. */
final class JargonTest {

    private static final Map<String, String> JARGON = BuiltInTexts.table("jargon");

    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.) ");

    static Collection<String> tags() {
        return BuiltInTexts.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void publicTextsContainNoJargon(String tag) {
        var jargon = BuiltInTexts.cell(JARGON, "every-language");

        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> !key.startsWith("dev.") && BuiltInTexts.saysAny(jargon, text)))
                .isEmpty();
    }

    @Test
    void englishTextsContainNoPromisesOrJokes() {
        var jargon = BuiltInTexts.cell(JARGON, "en");

        assertThat(BuiltInTexts.linesWhere(
                        "en", (key, text) -> !key.startsWith("dev.") && BuiltInTexts.saysAny(jargon, text)))
                .isEmpty();
    }

    /** Particles are appended to a word, so its end is ignored. */
    @Test
    void koreanTextsContainNoJargonWithAnyParticle() {
        var jargon = BuiltInTexts.cell(JARGON, "ko").stream()
                .map(word -> Pattern.compile("(^|[ (])" + word))
                .toList();

        assertThat(BuiltInTexts.linesWhere(
                        "ko",
                        (key, text) -> !key.startsWith("dev.")
                                && jargon.stream()
                                        .anyMatch(word -> word.matcher(text).find())))
                .isEmpty();
    }

    @Test
    void koreanSentencesArePolite() {
        assertThat(BuiltInTexts.linesWhere(
                        "ko", (key, text) -> isSentence(key) && !sentences(text).allMatch(JargonTest::isPolite)))
                .isEmpty();
    }

    private static boolean isSentence(String key) {
        return key.matches("(code|class)\\..*\\.(title|what|todo)|todo\\..*");
    }

    private static Stream<String> sentences(String text) {
        return SENTENCE.splitAsStream(text);
    }

    private static boolean isPolite(String sentence) {
        return sentence.matches(".*(니다|세요)\\.?");
    }
}
