package org.errorpages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The texts of hints say the same in both languages. */
final class HintTextsTest {

    private static final Map<String, String> ENGLISH = LanguageFile.read("developer/hints.en.properties");
    private static final Map<String, String> KOREAN = LanguageFile.read("developer/hints.ko.properties");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(KOREAN.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholdersAndStepsInOrder() {
        ENGLISH.forEach((key, english) -> {
            var korean = KOREAN.getOrDefault(key, "");
            assertThat(placeholders(korean)).as(key).isEqualTo(placeholders(english));
            assertThat(korean.lines().map(HintTextsTest::placeholders))
                    .as(key)
                    .containsExactlyElementsOf(
                            english.lines().map(HintTextsTest::placeholders).toList());
        });
    }

    @Test
    void everyHintHasATitleAndAText() {
        var names = ENGLISH.keySet().stream()
                .filter(key -> key.startsWith("hint."))
                .map(key -> key.substring(5, key.lastIndexOf('.')))
                .collect(Collectors.toSet());

        assertThat(names).allSatisfy(name -> assertThat(ENGLISH)
                .containsKeys("hint." + name + ".title", "hint." + name + ".text"));
    }

    @Test
    void bracesStandForPlaceholdersOnly() {
        assertThat(ENGLISH.values())
                .noneMatch(text -> text.replaceAll("\\{[a-zA-Z]+}", "").matches("(?s).*[{}].*"));
        assertThat(KOREAN.values())
                .noneMatch(text -> text.replaceAll("\\{[a-zA-Z]+}", "").matches("(?s).*[{}].*"));
    }

    private static Set<String> placeholders(String text) {
        return Pattern.compile("\\{[a-zA-Z]+}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
