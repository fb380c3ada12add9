package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text is longer than the place in which it stands. */
final class TextLengthsTest {

    private static final Map<String, String> LENGTHS = ShippedTexts.table("lengths");

    /** A word of four letters may well have sixteen elsewhere. */
    private static final int SLACK = 12;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    static Collection<String> tags() {
        return ShippedTexts.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void aTextIsNotLongerThanItsKindAllows(String tag) {
        assertThat(ShippedTexts.linesWhere(tag, (key, text) -> graphemes(text) > limit(key)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void aTextIsNotMuchLongerThanTheEnglishOne(String tag) {
        assertThat(ShippedTexts.linesWhere(
                        tag, (key, text) -> graphemes(text) > 2 * graphemes(ShippedTexts.english(key)) + SLACK))
                .isEmpty();
    }

    private static int limit(String key) {
        var last = key.substring(key.lastIndexOf('.') + 1);
        var first = key.substring(0, Math.max(0, key.indexOf('.')));
        var limit = LENGTHS.getOrDefault(last, LENGTHS.get(first));
        return Integer.parseInt(Objects.requireNonNull(limit, "no length for " + key));
    }

    private static int graphemes(String text) {
        return (int) GRAPHEME.matcher(text).results().count();
    }
}
