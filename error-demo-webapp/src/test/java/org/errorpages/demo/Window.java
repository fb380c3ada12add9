package org.errorpages.demo;

import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/**
 * Describes a browser window and the preferences of its user.
 *
 * @param name the name in reports and file names
 * @param width in pixels
 * @param height in pixels
 * @param scheme light or dark; with NO_PREFERENCE the browser or the framing page decides
 * @param colors whether the user's own colors replace those of the page
 * @param language the Accept-Language of the browser
 */
record Window(String name, int width, int height, ColorScheme scheme, ForcedColors colors, String language) {

    static final Window WIDE = of("light", 1360, 900);

    static Window of(String name, int width, int height) {
        return new Window(name, width, height, ColorScheme.LIGHT, ForcedColors.NONE, "en");
    }

    Window dark(String newName) {
        return new Window(newName, width, height, ColorScheme.DARK, colors, language);
    }

    Window forcingColors(String newName) {
        return new Window(newName, width, height, scheme, ForcedColors.ACTIVE, language);
    }

    Window in(String newLanguage) {
        return new Window(name, width, height, scheme, colors, newLanguage);
    }

    Window withoutPreference() {
        return new Window(name, width, height, ColorScheme.NO_PREFERENCE, colors, language);
    }

    @Override
    public String toString() {
        return name;
    }
}
