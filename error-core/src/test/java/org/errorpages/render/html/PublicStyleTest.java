package org.errorpages.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.render.html.ThemeColours.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests contrast and accessibility of the style of the public page. */
final class PublicStyleTest {

    /** WCAG 2.2, 1.4.11. */
    private static final double MIN_CONTRAST_OF_LINES = 3;

    private static final String STYLE = PageTemplateResolver.builtIn().style("public");

    private static final Pattern SCHEME = Pattern.compile(":root\\{((?:--\\w+:#\\w+;?)+)}");
    private static final Pattern TOKEN = Pattern.compile("--(\\w+):(#\\w+)");
    private static final Pattern TEXT = Pattern.compile("[;{]color:var\\(--(\\w+)\\)");
    private static final Pattern LINE = Pattern.compile("(?:stroke|border[\\w-]*|outline):[^;}]*var\\(--(\\w+)\\)");
    private static final Pattern BACKGROUND = Pattern.compile("background:([^;}]+)");

    /** The line between the facts is decoration: order and distance separate them as well. */
    private static final String DECORATION = "hair";

    /** The colours of a scheme by name. */
    private record Scheme(String name, Map<String, Colour> colours) {

        double ratio(String colour) {
            return colour(colour).contrastTo(colour("bg"));
        }

        private Colour colour(String token) {
            return Objects.requireNonNull(colours.get(token), token);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scheme> schemes() {
        var definitions = all(SCHEME, 1).toList();
        assertThat(definitions).as("light and dark").hasSize(2);
        return Stream.of(
                new Scheme("light", tokens(definitions.get(0))), new Scheme("dark", tokens(definitions.get(1))));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void textHasEnoughContrast(Scheme scheme) {
        assertThat(names(TEXT))
                .contains("text", "muted", "accent", "fail")
                .allSatisfy(name ->
                        assertThat(scheme.ratio(name)).as(name).isGreaterThanOrEqualTo(ThemeColours.MIN_CONTRAST));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void linesIconsAndFocusHaveEnoughContrast(Scheme scheme) {
        assertThat(names(LINE))
                .contains("line", "muted", "text", "accent", "fail")
                .filteredOn(name -> !name.equals(DECORATION))
                .allSatisfy(
                        name -> assertThat(scheme.ratio(name)).as(name).isGreaterThanOrEqualTo(MIN_CONTRAST_OF_LINES));
    }

    @Test
    void onlyOneBackgroundIsUsed() {
        assertThat(all(BACKGROUND, 1)).isNotEmpty().containsOnly("var(--bg)");
    }

    @Test
    void bothSchemesDefineTheSameColours() {
        assertThat(schemes().map(scheme -> scheme.colours().keySet()).distinct())
                .hasSize(1);
    }

    @Test
    void theStyleHasNoAnimationNoImportAndNoTextTransformation() {
        assertThat(STYLE)
                .doesNotContain("animation", "transition", "@keyframes", "scroll-behavior")
                .doesNotContain("url(", "@import", "image", "gradient", "shadow")
                .doesNotContain("letter-spacing", "text-transform", "italic", "font-variant");
    }

    @Test
    void enlargedTextIsNotCutOff() {
        assertThat(STYLE)
                .doesNotContain("overflow:", "overflow-x", "overflow-y", "nowrap", "text-overflow")
                .contains("overflow-wrap:anywhere");
    }

    @Test
    void sidesFollowTheWritingDirection() {
        assertThat(STYLE)
                .doesNotContainPattern("[;{](left|right|float|width|(margin|padding|border)-(left|right)):")
                .doesNotContain("text-align:left", "text-align:right");
    }

    @Test
    void koreanTextBreaksBetweenWords() {
        assertThat(STYLE).contains(":lang(ko){word-break:keep-all}");
    }

    private static Map<String, Colour> tokens(String definition) {
        return TOKEN.matcher(definition)
                .results()
                .collect(Collectors.toMap(token -> token.group(1), token -> Colour.parse("themeText", token.group(2))));
    }

    private static Set<String> names(Pattern pattern) {
        return all(pattern, 1).collect(Collectors.toSet());
    }

    private static Stream<String> all(Pattern pattern, int group) {
        return pattern.matcher(STYLE).results().map(result -> result.group(group));
    }
}
