package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the public reads is said in words of everybody, and in Korean politely throughout. */
final class PlainWordsTest {

    private static final Map<String, String> JARGON = ShippedTexts.table("jargon");

    private static final Pattern SENTENCE = Pattern.compile("(?<=\\.) ");

    static Collection<String> tags() {
        return ShippedTexts.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void thePublicReadsNoWordsOfTheTrade(String tag) {
        var jargon = ShippedTexts.cell(JARGON, "every-language");

        assertThat(ShippedTexts.linesWhere(
                        tag, (key, text) -> !key.startsWith("dev.") && ShippedTexts.saysAny(jargon, text)))
                .isEmpty();
    }

    @Test
    void englishPromisesAndJokesNothing() {
        var jargon = ShippedTexts.cell(JARGON, "en");

        assertThat(ShippedTexts.linesWhere(
                        "en", (key, text) -> !key.startsWith("dev.") && ShippedTexts.saysAny(jargon, text)))
                .isEmpty();
    }

    /** Particles are written onto a word, so that it is looked for without its end. */
    @Test
    void koreanHasNoWordsOfTheTradeWithWhicheverParticle() {
        var jargon = ShippedTexts.cell(JARGON, "ko").stream()
                .map(word -> Pattern.compile("(^|[ (])" + word))
                .toList();

        assertThat(ShippedTexts.linesWhere(
                        "ko",
                        (key, text) -> !key.startsWith("dev.")
                                && jargon.stream()
                                        .anyMatch(word -> word.matcher(text).find())))
                .isEmpty();
    }

    @Test
    void koreanSentencesArePolite() {
        assertThat(ShippedTexts.linesWhere(
                        "ko", (key, text) -> isSentence(key) && !sentences(text).allMatch(PlainWordsTest::isPolite)))
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
