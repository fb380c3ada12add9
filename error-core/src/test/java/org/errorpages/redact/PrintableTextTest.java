package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PrintableTextTest {

    @Test
    void ordinaryTextStaysUnchanged() {
        var text = "Größe 5 < 7 & \"gut\" – 한국어 ✓ 😀 é";

        assertThat(PrintableText.line(text, 100)).isEqualTo(text);
        assertThat(PrintableText.block(text, 100)).isEqualTo(text);
    }

    @Test
    void aBlockKeepsLineBreaksAndTabs() {
        assertThat(PrintableText.block("a\n\tb\r\nc", 100)).isEqualTo("a\n\tb\nc");
    }

    @Test
    void aLineHasNoLineBreaks() {
        assertThat(PrintableText.line("a\n\tb\r\nc", 100)).isEqualTo("a\\u000a\\u0009b\\u000d\\u000ac");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x9F, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202D,
                0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C, 0x180E, 0x200B, 0x2060, 0xFDD0, 0xFDEF, 0xFFF9, 0xFFFB,
                0xFEFF, 0xFFFE, 0xFFFF, 0xD800, 0xDC00, 0xDFFF
            })
    void anInvisibleCharacterIsEscaped(int c) {
        var escape = "a\\u%04xb".formatted(c);

        assertThat(PrintableText.line("a" + (char) c + "b", 100)).isEqualTo(escape);
        assertThat(PrintableText.block("a" + (char) c + "b", 100)).isEqualTo(escape);
    }

    @Test
    void aSurrogatePairStaysAndALoneSurrogateIsEscaped() {
        assertThat(PrintableText.line("\ud83d\ude00", 100)).isEqualTo("\ud83d\ude00");
        assertThat(PrintableText.line("\ude00\ud83d", 100)).isEqualTo("\\ude00\\ud83d");
        assertThat(PrintableText.line("\ud83d\ud83d\ude00", 100)).isEqualTo("\\ud83d\ud83d\ude00");
    }

    @ParameterizedTest
    @CsvSource({"0x1FFFE, \\ud83f\\udffe", "0x10FFFF, \\udbff\\udfff", "0xE0041, \\udb40\\udc41"})
    void anInvisibleSurrogatePairIsTwoEscapes(int c, String escape) {
        assertThat(PrintableText.line("a" + Character.toString(c) + "b", 100)).isEqualTo("a" + escape + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06cc\u200c\u062e", "\u0915\u094d\u200d\u0937", "\ud83d\udc68\u200d\ud83d\udc67"})
    void joinersStay(String text) {
        assertThat(PrintableText.line(text, 100)).isEqualTo(text);
    }

    @Test
    void aLongTextIsCutAndMarked() {
        assertThat(PrintableText.line("abcdef", 5)).isEqualTo("abcde …");
        assertThat(PrintableText.line("abcde", 5)).isEqualTo("abcde");
        assertThat(PrintableText.line("", 0)).isEmpty();
    }

    @Test
    void aCutDoesNotSplitASurrogatePair() {
        assertThat(PrintableText.line("abcd\ud83d\ude00", 5)).isEqualTo("abcd\\ud83d …");
    }

    @Property
    void theResultIsBoundedAndHasNoInvisibleCharacters(
            @ForAll("texts") String text, @ForAll @IntRange(max = 200) int maxLength) {
        assertClean(PrintableText.line(text, maxLength), maxLength, "");
        assertClean(PrintableText.block(text, maxLength), maxLength, "\n\t");
    }

    @Property
    void safeTextStaysUnchanged(@ForAll("texts") String text) {
        var once = PrintableText.block(text, 1_000);

        assertThat(PrintableText.block(once, 10_000)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> texts() {
        var nasty = Arbitraries.of(
                "\n",
                "\r",
                "\t",
                "\u0000",
                "\u001b[31m",
                "\u202e",
                "\u2066",
                "\u200f",
                "\ud800",
                "\udfff",
                "\ud83d\ude00",
                "\ufeff",
                "\uffff",
                "a",
                "<",
                "\\u0000");
        return Arbitraries.oneOf(
                nasty.list().ofMaxSize(60).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(300));
    }

    private static void assertClean(String clean, int maxLength, String allowed) {
        assertThat(clean.length()).isLessThanOrEqualTo(6 * maxLength + 2);
        assertThat(clean.codePoints().filter(c -> allowed.indexOf(c) < 0 && isInvisible(c)))
                .isEmpty();
    }

    private static boolean isInvisible(int c) {
        int direction = Character.getDirectionality(c);
        return Character.getType(c) == Character.CONTROL
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || (direction >= Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING
                        && direction <= Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT
                        && Character.getType(c) == Character.FORMAT)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
