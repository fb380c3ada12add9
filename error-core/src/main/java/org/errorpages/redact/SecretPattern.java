package org.errorpages.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.resource.ClasspathResource;

/**
 * A pattern that finds a secret inside a text, and its replacement.
 *
 * @param pattern the expression; every repetition in it is bounded or possessive
 * @param needles lower-case words; a text without any of them is skipped
 * @param words more such words; a text needs one of these too
 */
record SecretPattern(Pattern pattern, String replacement, List<String> needles, List<String> words) {

    /** Payment cards have 13 to 19 digits and begin with 2 to 6; a time in milliseconds begins with 1. */
    private static final Pattern CARD_NUMBER =
            Pattern.compile("(?<![\\w.])(?<![A-Za-z0-9]-)[2-6](?:[ -]?[0-9]){12,18}+(?!\\w)(?!-\\w)(?!\\.[0-9])");

    private static final Pattern PART = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** The patterns of {@code secret-patterns.txt}, in the order of their use. */
    static final List<SecretPattern> ALL = parse(ClasspathResource.text(SecretPattern.class, "secret-patterns.txt"));

    private static List<SecretPattern> parse(String file) {
        var patterns = new ArrayList<SecretPattern>();
        var values = new HashMap<String, String>();
        for (var line : file.replaceAll("\\R +", "").split("\\R", -1)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var entry = line.split(" = ", 2);
            values.put(
                    entry[0],
                    PART.matcher(entry[1])
                            .replaceAll(part -> Matcher.quoteReplacement(values.getOrDefault(part.group(1), ""))));
            if (entry[0].equals("pattern")) {
                patterns.add(new SecretPattern(
                        Pattern.compile(values.getOrDefault("pattern", "")),
                        values.getOrDefault("shown", ""),
                        List.of(values.getOrDefault("needles", "").split(" +")),
                        List.of(values.getOrDefault("words", "").split(" +"))));
                values.remove("words");
            }
        }
        return List.copyOf(patterns);
    }

    /** Returns the text with the matches of all patterns redacted. */
    static String redactAll(String text) {
        var shown = text;
        var lowerCase = text.toLowerCase(Locale.ROOT);
        for (var secret : ALL) {
            if (containsAny(lowerCase, secret.needles) && containsAny(lowerCase, secret.words)) {
                shown = secret.redact(shown);
            }
        }
        return CARD_NUMBER
                .matcher(shown)
                .replaceAll(found -> hasCheckDigit(found.group()) ? "[hidden: card number]" : found.group());
    }

    String redact(String text) {
        return pattern.matcher(text).replaceAll(replacement);
    }

    private static boolean containsAny(String text, List<String> needles) {
        for (var needle : needles) {
            if (text.contains(needle)) {
                return true;
            }
        }
        return false;
    }

    /** Implements ISO/IEC 7812-1. */
    private static boolean hasCheckDigit(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
