package org.errorpages.i18n;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.i18n.Messages.DeveloperTexts;

/**
 * Altered English: text outside the brackets ⟦ and ⟧ is hard-coded, and a text without its closing bracket is truncated.
 * Placeholders are unchanged.
 */
public enum PseudoLanguage {

    /** Accented, and longer by two fifths like translations. */
    ACCENTED("en-XA", "ltr") {
        @Override
        String word(String english) {
            var strange = new StringBuilder();
            english.chars().forEach(c -> {
                int index = PLAIN.indexOf(c);
                var letter = index < 0 ? Character.toString(c) : ACCENTED_LETTERS.substring(index, index + 1);
                strange.append("aeiouyAEIOUY".indexOf(c) < 0 ? letter : letter + letter);
            });
            return strange.toString();
        }
    },

    /** Displayed from right to left. */
    MIRRORED("ar-XB", "rtl") {
        @Override
        String word(String english) {
            return "\u202E" + english + "\u202C";
        }
    };

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED_LETTERS = "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
    private static final Pattern WORD = Pattern.compile("\\{\\w*}|\\p{L}+");
    private static final Pattern INNERMOST = Pattern.compile("⟦[^⟦⟧]*⟧");

    private final String tag;
    private final String direction;

    PseudoLanguage(String tag, String direction) {
        this.tag = tag;
        this.direction = direction;
    }

    abstract String word(String english);

    /** Returns the BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** Returns the texts of the language. */
    public Messages messages() {
        return new Messages(tag, texts());
    }

    /** Returns the texts, including those for developers. */
    Messages forDeveloper() {
        var all = texts();
        DeveloperTexts.of("en").forEach((key, english) -> all.put(key, text(english)));
        return new Messages(tag, all);
    }

    /** Returns the content of a custom language file. */
    public String file() {
        return new TreeMap<>(texts())
                .entrySet().stream()
                        .map(text -> text.getKey() + " = " + text.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    /** Returns an English text in this language. */
    public String text(String english) {
        var words = WORD.matcher(english)
                .replaceAll(found -> found.group().startsWith("{") ? found.group() : word(found.group()));
        return "⟦" + words + "⟧";
    }

    /**
     * Returns the text outside brackets.
     *
     * @throws IllegalArgumentException if brackets don't match
     */
    public static String outside(String shown) {
        var rest = shown;
        for (var last = ""; !last.equals(rest); ) {
            last = rest;
            rest = INNERMOST.matcher(rest).replaceAll("");
        }
        if (rest.contains("⟦") || rest.contains("⟧")) {
            throw new IllegalArgumentException("cut off: " + shown);
        }
        return rest;
    }

    private Map<String, String> texts() {
        return BuiltInTexts.ENGLISH.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        english -> english.getKey().equals("dir") ? direction : text(english.getValue())));
    }
}
