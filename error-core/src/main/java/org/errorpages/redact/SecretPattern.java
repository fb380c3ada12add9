package org.errorpages.redact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.resource.ClasspathResource;

/**
 * What a secret looks like inside a text, and what is shown in its place.
 *
 * @param pattern finds it; every repetition in it is bounded or gives nothing back
 * @param replacement what is shown
 * @param needles words in small letters; a text without any of them is not searched
 * @param words further words, of which the text must have one as well
 */
record SecretPattern(Pattern pattern, String replacement, List<String> needles, List<String> words) {

    /** Payment cards have 13 to 19 digits and begin with 2 to 6; a time in milliseconds begins with 1. */
    private static final Pattern CARD_NUMBER =
            Pattern.compile("(?<![\\w.])(?<![A-Za-z0-9]-)[2-6](?:[ -]?[0-9]){12,18}+(?!\\w)(?!-\\w)(?!\\.[0-9])");

    private static final Pattern PART = Pattern.compile("\\$\\{([A-Z_]+)}");

    /** The patterns of {@code secret-patterns.txt}, in the order in which they are applied. */
    static final List<SecretPattern> ALL = parse(ClasspathResource.text(SecretPattern.class, "secret-patterns.txt"));

    SecretPattern {
        needles = List.copyOf(needles);
        words = List.copyOf(words);
    }

    private static List<SecretPattern> parse(String file) {
        var looks = new ArrayList<SecretPattern>();
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
                looks.add(of(values));
                values.remove("words");
            }
        }
        return List.copyOf(looks);
    }

    private static SecretPattern of(Map<String, String> values) {
        return new SecretPattern(
                Pattern.compile(values.getOrDefault("pattern", "")),
                values.getOrDefault("shown", ""),
                List.of(values.getOrDefault("needles", "").split(" +")),
                List.of(values.getOrDefault("words", "").split(" +")));
    }

    /** Returns the text without anything that looks like a secret. */
    static String hideAll(String text) {
        var shown = text;
        var small = text.toLowerCase(Locale.ROOT);
        for (var look : ALL) {
            if (containsAny(small, look.needles) && containsAny(small, look.words)) {
                shown = look.hide(shown);
            }
        }
        return CARD_NUMBER
                .matcher(shown)
                .replaceAll(found -> hasCheckDigit(found.group()) ? "[hidden: card number]" : found.group());
    }

    String hide(String text) {
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

    /** See ISO/IEC 7812-1. */
    private static boolean hasCheckDigit(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
