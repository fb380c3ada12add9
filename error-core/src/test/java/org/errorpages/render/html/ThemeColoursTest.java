package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests custom colours and their contrast. */
final class ThemeColoursTest {

    @Test
    void withoutSettingsTheBuiltInStyleIsUnchanged() {
        assertThat(ThemeColours.from(Map.of("siteName", "Shop"))).isEqualTo(ThemeColours.BUILT_IN);
        assertThat(ThemeColours.BUILT_IN.style()).isEmpty();
    }

    @Test
    void aLightColourDoesNotChangeTheDarkScheme() {
        var style = ThemeColours.from(Map.of("themeAccent", "#00695c")).style();

        assertThat(style)
                .isEqualTo(":root{--accent:#00695c;--bg:#fcfcfa;--fail:#b3261e;--muted:#595954;--text:#1c1c1a;}"
                        + "@media (prefers-color-scheme:dark)"
                        + "{:root{--accent:#8fbcf2;--bg:#151514;--fail:#ff9187;--muted:#aeada6;--text:#ecebe7;}}");
    }

    @Test
    void aCustomBackgroundChangesTheLineColours() {
        assertThat(ThemeColours.from(Map.of("themeBackgroundDark", "#001122")).style())
                .contains("--line:#aeada6")
                .contains("--hair:#aeada6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"themeText", "themeMuted", "themeAccent", "themeError"})
    void aColourWithTooLittleContrastIsRejected(String key) {
        assertThatThrownBy(() -> ThemeColours.from(Map.of(key, "#999999")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(key + " #999999 on themeBackground #fcfcfa has a contrast of 2.77; allowed: 4.5 or more"
                        + " (WCAG 2.2, 1.4.3)");
    }

    @Test
    void aBackgroundWithTooLittleContrastToTheBuiltInTextIsRejected() {
        assertThatThrownBy(() -> ThemeColours.from(Map.of("themeBackgroundDark", "#ffffff")))
                .hasMessageStartingWith("themeTextDark #ecebe7 on themeBackgroundDark #ffffff has a contrast of 1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"red", "", "#12345", "#1b5aa6;}body{display:none", "url(http://evil.example)", "rgb(0,0,0)"})
    void anInvalidColourIsRejected(String value) {
        assertThatThrownBy(() -> ThemeColours.from(Map.of("themeAccent", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("themeAccent = '" + value + "' is not allowed; allowed: a colour such as #1b5aa6");
    }

    @Test
    void tenColoursCanBeSet() {
        assertThat(ThemeColours.KEYS).hasSize(10).contains("themeBackground", "themeErrorDark");
    }
}
