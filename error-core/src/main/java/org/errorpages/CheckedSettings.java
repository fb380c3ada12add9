package org.errorpages;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by key and rejects unknown keys and values.
 *
 * <p>The message of the {@link IllegalArgumentException} names the key, the value and what is allowed. For an unknown key it
 * suggests the most similar known one, for a renamed one it names the new key.
 */
public final class CheckedSettings {

    private static final int MAX_TEXT = 200;

    /** The new names of renamed keys and values. */
    private static final Map<String, String> RENAMED = Map.of(
            "auto", "autoRegister",
            "bareStatus", "fillEmptyErrors",
            "editorPath", "editorPathMapping",
            "themeGround", "themeBackground",
            "themeGroundDark", "themeBackgroundDark",
            "themeFail", "themeError",
            "themeFailDark", "themeErrorDark",
            "dispatch = 'auto'", "application-first",
            "dispatch = 'direct'", "errorpages",
            "logStacks = 'once-per-minute'", "throttled");

    private final Map<String, String> values;

    private CheckedSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Returns the settings of a map.
     *
     * @throws IllegalArgumentException if a key isn't among the known ones
     */
    public static CheckedSettings of(Map<String, String> values, Collection<String> knownKeys) {
        for (var key : values.keySet()) {
            if (RENAMED.containsKey(key)) {
                throw new IllegalArgumentException("setting '" + key + "' is now named '" + RENAMED.get(key) + "'");
            }
            if (!knownKeys.contains(key)) {
                var nearest = Collections.min(knownKeys, Comparator.comparingInt(known -> distance(key, known)));
                throw new IllegalArgumentException("unknown setting '" + key + "'; did you mean '" + nearest
                        + "'? Known are " + String.join(", ", knownKeys));
            }
        }
        return new CheckedSettings(values);
    }

    /** Returns the value of a key without surrounding white space. */
    public String text(String key, String fallback) {
        return values.getOrDefault(key, fallback).strip();
    }

    /** Returns a value that pages may show, on one line of at most {@value #MAX_TEXT} characters; null if it is empty. */
    @Nullable String line(String key) {
        var text = text(key, "");
        if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
            throw invalidValue(key, text, "up to " + MAX_TEXT + " characters on one line");
        }
        return text.isEmpty() ? null : text;
    }

    /** Returns the entries of a list separated by commas, without empty ones. */
    public List<String> list(String key, String fallback) {
        return Stream.of(text(key, fallback).split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Returns the constant of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, E fallback) {
        var constants = fallback.getDeclaringClass().getEnumConstants();
        var names = Arrays.stream(constants).map(CheckedSettings::name).toList();
        return constants[names.indexOf(choice(key, name(fallback), names))];
    }

    /** Returns a value that is one of the allowed ones. */
    public String choice(String key, String fallback, List<String> allowed) {
        var value = text(key, fallback);
        if (!allowed.contains(value)) {
            throw invalidValue(key, value, String.join(", ", allowed));
        }
        return value;
    }

    /** Returns a constant as {@link #choice} reads it. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the exception for a value that isn't allowed. */
    public static IllegalArgumentException invalidValue(String key, String value, String allowed) {
        var setting = key + " = '" + value + "'";
        var renamed = RENAMED.get(setting);
        return new IllegalArgumentException(setting
                + (renamed == null ? " is not allowed; allowed: " + allowed : " is now named '" + renamed + "'"));
    }

    /** Returns the number of characters to insert, remove or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
