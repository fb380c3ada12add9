package org.errorpages.render.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds the colours of the public page in the light and the dark scheme.
 *
 * <p>Each text colour has enough contrast with its background (WCAG 2.2, 1.4.3). A colour that isn't set is that of the
 * built-in style.
 *
 * @param style the CSS to append to the built-in style, or the empty string
 */
public record ThemeColours(String style) {

    /** The colours of the built-in style. */
    public static final ThemeColours BUILT_IN = new ThemeColours("");

    /** The minimum contrast of a text with its background (WCAG 2.2, 1.4.3). */
    static final double MIN_CONTRAST = 4.5;

    private static final String BACKGROUND = "themeBackground";

    /** The settings and their CSS custom properties, the background first. */
    private static final List<Map.Entry<String, String>> PROPERTIES = List.of(
            Map.entry(BACKGROUND, "bg"),
            Map.entry("themeText", "text"),
            Map.entry("themeMuted", "muted"),
            Map.entry("themeAccent", "accent"),
            Map.entry("themeError", "fail"));

    /** The keys of the settings; a value is a colour such as {@code #1b5aa6}. */
    public static final List<String> KEYS = PROPERTIES.stream()
            .flatMap(property -> Stream.of(property.getKey(), property.getKey() + "Dark"))
            .toList();

    /**
     * Returns the theme of settings.
     *
     * @param settings keys of {@link #KEYS} and their values, and others
     * @throws IllegalArgumentException if a value isn't a colour or has too little contrast with its background
     */
    public static ThemeColours from(Map<String, String> settings) {
        if (KEYS.stream().noneMatch(settings::containsKey)) {
            return BUILT_IN;
        }
        var style = PageTemplateResolver.builtIn().style(PageTemplateResolver.PUBLIC);
        int dark = style.indexOf("prefers-color-scheme:dark");
        return new ThemeColours(rule(settings, "", style) + "@media (prefers-color-scheme:dark){"
                + rule(settings, "Dark", style.substring(dark)) + "}");
    }

    private static String rule(Map<String, String> settings, String suffix, String builtIn) {
        var scheme = new TreeMap<String, Colour>();
        for (var property : PROPERTIES) {
            var key = property.getKey() + suffix;
            var value = settings.get(key);
            var name = property.getValue();
            scheme.put(name, value == null ? builtIn(builtIn, name) : Colour.parse(key, value.strip()));
        }
        var background = Objects.requireNonNull(scheme.get("bg"));
        for (var property : PROPERTIES.subList(1, PROPERTIES.size())) {
            var colour = Objects.requireNonNull(scheme.get(property.getValue()));
            requireReadable(property.getKey() + suffix, colour, BACKGROUND + suffix, background);
        }
        if (settings.containsKey(BACKGROUND + suffix)) {
            // The line colours suit the built-in background only; a readable colour is visible as a line as well.
            var line = Objects.requireNonNull(scheme.get("muted"));
            scheme.put("line", line);
            scheme.put("hair", line);
        }
        return scheme.entrySet().stream()
                .map(colour -> "--" + colour.getKey() + ":" + colour.getValue() + ";")
                .collect(Collectors.joining("", ":root{", "}"));
    }

    private static void requireReadable(String key, Colour colour, String backgroundKey, Colour background) {
        double ratio = colour.contrastTo(background);
        if (ratio < MIN_CONTRAST) {
            throw new IllegalArgumentException(key + " " + colour + " on " + backgroundKey + " " + background
                    + " has a contrast of " + Math.floor(ratio * 100) / 100 + "; allowed: " + MIN_CONTRAST
                    + " or more (WCAG 2.2, 1.4.3)");
        }
    }

    private static Colour builtIn(String style, String property) {
        int at = style.indexOf("--" + property + ":") + property.length() + 3;
        return Colour.parse(property, style.substring(at, at + "#rrggbb".length()));
    }

    /**
     * A CSS colour, written {@code #rrggbb} or {@code #rgb}.
     *
     * @param rgb red, green and blue, eight bits each
     */
    record Colour(int rgb) {

        private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

        /**
         * Returns the colour in the value of a setting.
         *
         * @throws IllegalArgumentException if the text has another form
         */
        static Colour parse(String key, String text) {
            if (!HEX.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        key + " = '" + text + "' is not allowed; allowed: a colour such as #1b5aa6");
            }
            // In the short form f stands for ff.
            var digits = text.length() == 4 ? text.replaceAll("[^#]", "$0$0") : text;
            return new Colour(Integer.parseInt(digits, 1, digits.length(), 16));
        }

        /** Returns the contrast ratio, 1 for the same colour to 21 for black and white (WCAG 2.2). */
        double contrastTo(Colour other) {
            double lighter = Math.max(luminance(), other.luminance());
            double darker = Math.min(luminance(), other.luminance());
            return (lighter + 0.05) / (darker + 0.05);
        }

        /** Returns the relative luminance, 0 for black to 1 for white (WCAG 2.2). */
        double luminance() {
            return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        }

        private static double linear(int part) {
            double share = (part & 0xff) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "#%06x", rgb);
        }
    }
}
