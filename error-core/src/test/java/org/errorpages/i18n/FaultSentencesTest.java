package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that exactly server faults are described as not being the reader's fault. */
final class FaultSentencesTest {

    private static final Map<String, String> FAULTS = BuiltInTexts.table("faults");

    private static final List<String> SERVER_FAULTS = List.of(
            "code.500.what",
            "code.501.what",
            "code.503.what",
            "code.504.what",
            "code.506.what",
            "code.507.what",
            "code.508.what",
            "class.5xx.what");

    static Collection<String> tags() {
        return BuiltInTexts.tags();
    }

    @Test
    void everyLanguageHasTheSentence() {
        assertThat(FAULTS.keySet()).containsExactlyInAnyOrderElementsOf(tags());
    }

    @ParameterizedTest
    @MethodSource("tags")
    void aServerFaultIsNotBlamedOnTheReader(String tag) {
        var texts = BuiltInTexts.of(tag);

        assertThat(SERVER_FAULTS)
                .allSatisfy(key -> assertThat(texts.get(key)).as(key).endsWith(sentence(tag)));
    }

    @ParameterizedTest
    @MethodSource("tags")
    void noOtherStatusHasThisSentence(String tag) {
        var texts = BuiltInTexts.of(tag);

        assertThat(texts.keySet().stream().filter(key -> !SERVER_FAULTS.contains(key)))
                .allSatisfy(key -> assertThat(texts.get(key)).as(key).doesNotContain(sentence(tag)));
    }

    private static String sentence(String tag) {
        return Objects.requireNonNull(FAULTS.get(tag), tag);
    }
}
