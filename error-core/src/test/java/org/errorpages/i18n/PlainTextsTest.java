package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that texts contain no markup and no unintended characters. */
final class PlainTextsTest {

    private static final Pattern FOREIGN_LETTERS = Pattern.compile("[^\\x00-\\x7F]+");

    private static final List<Charset> WRONG_CHARSETS =
            List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

    static Collection<String> tags() {
        return BuiltInTexts.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextIsEmptyOrPadded(String tag) {
        assertThat(BuiltInTexts.of(tag)).allSatisfy((key, text) -> assertThat(text)
                .as(key)
                .isNotBlank()
                .isEqualTo(text.strip())
                .doesNotContain("  "));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextContainsMarkup(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> text.matches(".*[<>&\"`].*")))
                .isEmpty();
    }

    /** A message format would treat it as a quote and ignore the placeholder. */
    @ParameterizedTest
    @MethodSource("tags")
    void noTextContainsAStraightApostrophe(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> text.contains("'")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextContainsInvisibleOrReplacementCharacters(String tag) {
        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> text.codePoints().anyMatch(PlainTextsTest::isUnseenOrLost)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void everyTextIsInNormalFormC(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> !Normalizer.isNormalized(text, Normalizer.Form.NFC)))
                .isEmpty();
    }

    /** Status codes and incident ids have ASCII digits, so readers needn't convert them. */
    @ParameterizedTest
    @MethodSource("tags")
    void noTextContainsLocalDigits(String tag) {
        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> text.codePoints().anyMatch(c -> Character.isDigit(c) && c > '9')))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextWasDecodedWithTheWrongCharset(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> isMojibake(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "für", "n’a pas", "서버", "Сервер", "伺服器", "ﷺ", "Ş", "ü é"})
    void textDecodedWithTheWrongCharsetIsDetected(String text) {
        for (var wrong : WRONG_CHARSETS) {
            var read = new String(text.getBytes(StandardCharsets.UTF_8), wrong);

            assertThat(read.contains("\uFFFD") || isMojibake(read)).as(read).isTrue();
        }
        assertThat(isMojibake(text)).isFalse();
    }

    /** Returns whether letters become valid UTF-8 if encoded with a wrong charset. */
    private static boolean isMojibake(String text) {
        return FOREIGN_LETTERS.matcher(text).results().anyMatch(letters -> WRONG_CHARSETS.stream()
                .anyMatch(wrong -> isUtf8In(wrong, letters.group())));
    }

    private static boolean isUtf8In(Charset wrong, String letters) {
        try {
            var bytes = wrong.newEncoder().encode(CharBuffer.wrap(letters));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).length() < letters.length();
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isUnseenOrLost(int c) {
        int type = Character.getType(c);
        // Persian, Urdu, Hindi and Bengali use joiners and non-joiners.
        boolean joins = c == 0x200C || c == 0x200D;
        return c == 0xFFFD
                || type == Character.CONTROL
                || (type == Character.FORMAT && !joins)
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
