package org.errorpages.i18n;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * English made strange: what a page shows outside of the brackets ⟦ and ⟧ does not come from a language file, and a text
 * without its closing bracket was cut off. Placeholders stay as they are.
 */
public enum PseudoLanguage {

    /** Accented, and longer by two fifths as translations are. */
    ACCENTED("en-XA", "ltr") {
        @Override
        String word(String english) {
            var strange = new StringBuilder();
            english.chars().forEach(c -> {
                int index = PLAIN.indexOf(c);
                var letter = index < 0 ? Character.toString(c) : STRANGE.substring(index, index + 1);
                strange.append("aeiouyAEIOUY".indexOf(c) < 0 ? letter : letter + letter);
            });
            return strange.toString();
        }
    },

    /** Shown from right to left, letter by letter. */
    MIRRORED("ar-XB", "rtl") {
        @Override
        String word(String english) {
            return "\u202E" + english + "\u202C";
        }
    };

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String STRANGE = "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
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

    /** Returns the texts, as if they had been read from a file. */
    public Messages messages() {
        return new Messages(tag, texts());
    }

    /** Returns the texts and those for developers. */
    Messages forDeveloper() {
        var all = texts();
        DeveloperTexts.of("en").forEach((key, english) -> all.put(key, text(english)));
        return new Messages(tag, all);
    }

    /** Returns the content of a language file: what to drop into an override folder. */
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
     * Returns what a shown text has outside of brackets.
     *
     * @throws IllegalArgumentException if a bracket has no other one
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
        return ShippedTexts.ENGLISH.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        english -> english.getKey().equals("dir") ? direction : text(english.getValue())));
    }
}
