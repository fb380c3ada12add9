package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose side the failure is on: said where it is the server's, and to nobody whose request was at fault. */
final class FaultSentencesTest {

    private static final Map<String, String> FAULTS = ShippedTexts.table("faults");

    private static final List<String> THE_SERVERS = List.of(
            "code.500.what",
            "code.501.what",
            "code.503.what",
            "code.504.what",
            "code.506.what",
            "code.507.what",
            "code.508.what",
            "class.5xx.what");

    static Collection<String> tags() {
        return ShippedTexts.tags();
    }

    @Test
    void everyLanguageHasTheSentence() {
        assertThat(FAULTS.keySet()).containsExactlyInAnyOrderElementsOf(tags());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void whatIsTheServersFaultIsSaidNotToBeTheReaders(String tag) {
        var texts = ShippedTexts.of(tag);

        assertThat(THE_SERVERS)
                .allSatisfy(key -> assertThat(texts.get(key)).as(key).endsWith(sentence(tag)));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void nobodyElseIsToldSo(String tag) {
        var texts = ShippedTexts.of(tag);

        assertThat(texts.keySet().stream().filter(key -> !THE_SERVERS.contains(key)))
                .allSatisfy(key -> assertThat(texts.get(key)).as(key).doesNotContain(sentence(tag)));
    }

    private static String sentence(String tag) {
        return Objects.requireNonNull(FAULTS.get(tag), tag);
    }
}
