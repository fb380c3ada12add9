package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that texts fit in their place. */
final class TextLengthsTest {

    private static final Map<String, String> LENGTHS = BuiltInTexts.table("lengths");

    /** A word of four letters may have sixteen in another language. */
    private static final int TOLERANCE = 12;

    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    static Collection<String> tags() {
        return BuiltInTexts.tags();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextExceedsTheLengthLimitOfItsKind(String tag) {
        assertThat(BuiltInTexts.linesWhere(tag, (key, text) -> graphemes(text) > limit(key)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noTextIsMuchLongerThanTheEnglishOne(String tag) {
        assertThat(BuiltInTexts.linesWhere(
                        tag, (key, text) -> graphemes(text) > 2 * graphemes(BuiltInTexts.english(key)) + TOLERANCE))
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
