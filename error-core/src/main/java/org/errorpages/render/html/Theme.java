package org.errorpages.render.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Holds the colours of the public page in the light and the dark scheme.
 *
 * <p>Each text colour has enough contrast with its background (WCAG 2.2, 1.4.3). A colour that isn't set is that of the
 * built-in style.
 *
 * @param light the colours of the light scheme by CSS custom property, all of them or none
 * @param dark those of the dark scheme
 */
public record Theme(Map<String, String> light, Map<String, String> dark) {

    /** The colours of the built-in style. */
    public static final Theme BUILT_IN = new Theme(Map.of(), Map.of());

    /** The minimum contrast of a text with its background (WCAG 2.2, 1.4.3). */
    static final double MIN_CONTRAST = 4.5;

    private static final String BACKGROUND = "themeBackground";

    /** The CSS custom property of each setting. */
    private static final Map<String, String> PROPERTIES = properties();

    /** The keys of the settings; a value is a colour such as {@code #1b5aa6}. */
    public static final List<String> KEYS = PROPERTIES.keySet().stream()
            .flatMap(key -> Stream.of(key, key + "Dark"))
            .toList();

    public Theme {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
    }

    /**
     * Returns the theme of settings.
     *
     * @param settings keys of {@link #KEYS} and their values, and others
     * @throws IllegalArgumentException if a value isn't a colour or has too little contrast with its background
     */
    public static Theme from(Map<String, String> settings) {
        if (KEYS.stream().noneMatch(settings::containsKey)) {
            return BUILT_IN;
        }
        var style = PageTemplates.builtIn().style(PageTemplates.PUBLIC);
        int dark = style.indexOf("prefers-color-scheme:dark");
        return new Theme(scheme(settings, "", style), scheme(settings, "Dark", style.substring(dark)));
    }

    /** Returns the CSS to append to the built-in style, or the empty string. */
    String style() {
        return light.isEmpty() ? "" : rule(light) + "@media (prefers-color-scheme:dark){" + rule(dark) + "}";
    }

    private static Map<String, String> scheme(Map<String, String> settings, String suffix, String builtIn) {
        var scheme = new LinkedHashMap<String, String>();
        PROPERTIES.forEach((key, property) -> {
            var set = settings.get(key + suffix);
            scheme.put(property, (set == null ? builtIn(builtIn, property) : colour(key + suffix, set)).toString());
        });
        PROPERTIES.keySet().stream()
                .filter(key -> !key.equals(BACKGROUND))
                .forEach(key -> requireReadable(key, suffix, scheme));
        if (settings.containsKey(BACKGROUND + suffix)) {
            // The line colours suit the built-in background only; a colour that is readable is visible as a line as
            // well.
            scheme.put("line", scheme.getOrDefault("muted", ""));
            scheme.put("hair", scheme.getOrDefault("muted", ""));
        }
        return scheme;
    }

    private static void requireReadable(String key, String suffix, Map<String, String> scheme) {
        var colour = scheme.getOrDefault(PROPERTIES.getOrDefault(key, ""), "");
        var background = scheme.getOrDefault(PROPERTIES.getOrDefault(BACKGROUND, ""), "");
        double ratio = Colour.parse(colour).contrastTo(Colour.parse(background));
        if (ratio < MIN_CONTRAST) {
            throw new IllegalArgumentException(
                    key + suffix + " " + colour + " on " + BACKGROUND + suffix + " " + background
                            + " has a contrast of " + Math.floor(ratio * 100) / 100 + "; allowed: " + MIN_CONTRAST
                            + " or more (WCAG 2.2, 1.4.3)");
        }
    }

    private static Colour colour(String key, String value) {
        try {
            return Colour.parse(value.strip());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    key + " = '" + value + "' is not allowed; allowed: a colour such as #1b5aa6", refused);
        }
    }

    private static Colour builtIn(String style, String property) {
        int at = style.indexOf("--" + property + ":") + property.length() + 3;
        return Colour.parse(style.substring(at, at + "#rrggbb".length()));
    }

    private static String rule(Map<String, String> scheme) {
        var rule = new StringBuilder(":root{");
        scheme.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(colour -> rule.append("--" + colour.getKey() + ":" + colour.getValue() + ";"));
        return rule.append('}').toString();
    }

    private static Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put(BACKGROUND, "bg");
        properties.put("themeText", "text");
        properties.put("themeMuted", "muted");
        properties.put("themeAccent", "accent");
        properties.put("themeError", "fail");
        return properties;
    }

    /**
     * A CSS colour, written {@code #rrggbb} or {@code #rgb}.
     *
     * @param rgb red, green and blue, eight bits each
     */
    record Colour(int rgb) {

        private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

        /**
         * Returns the colour of a text.
         *
         * @throws IllegalArgumentException if the text has another form
         */
        static Colour parse(String text) {
            if (!HEX.matcher(text).matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a colour; allowed: #rrggbb or #rgb");
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
