package org.errorpages.hint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules of the form that stands at the top of {@code hints.properties}.
 *
 * <p>A line that cannot be understood ends the reading with an {@link IllegalArgumentException} that names file, line
 * and what is allowed.
 */
final class HintRuleParser {

    private static final String FORM = "class[condition]... = hint[ | hint]...[; option]";

    private final String file;
    private final int line;

    private HintRuleParser(String file, int line) {
        this.file = file;
        this.line = line;
    }

    static List<HintRule> parse(String text, String file) {
        var rules = new ArrayList<HintRule>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var content = lines[i].strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                rules.add(new HintRuleParser(file, i + 1).rule(content));
            }
        }
        return rules;
    }

    private HintRule rule(String content) {
        var signs = new ArrayList<Sign>();
        int at = Math.min(indexOf(content, '['), indexOf(content, '='));
        var className = content.substring(0, at).strip();
        while (at < content.length() && content.charAt(at) == '[') {
            int close = indexOf(content, ']', at);
            if (close == content.length()) {
                throw refusal("'" + content.substring(at) + "'", FORM);
            }
            signs.add(sign(content.substring(at + 1, close)));
            at = close + 1;
        }
        var rest = content.substring(at).strip();
        if (!ClassName.isOne(className) || !rest.startsWith("=")) {
            throw refusal("'" + content + "'", FORM);
        }
        return rule(className, signs, rest.substring(1).split(";"));
    }

    private HintRule rule(String className, List<Sign> signs, String[] parts) {
        var hints = Stream.of(parts[0].split("\\|")).map(String::strip).toList();
        if (hints.stream().anyMatch(hint -> !hint.matches("[a-z-]+"))) {
            throw refusal("hint '" + parts[0].strip() + "'", "names of small letters and -, separated by |");
        }
        List<Inquiry> inquiries = List.of();
        boolean broad = false;
        @Nullable String link = null;
        for (int i = 1; i < parts.length; i++) {
            var option = parts[i].strip();
            if (option.startsWith("ask=")) {
                inquiries = inquiries(option.substring("ask=".length()));
            } else if (option.equals("rank=broad")) {
                broad = true;
            } else if (option.startsWith("link=https://")) {
                link = option.substring("link=".length());
            } else {
                throw refusal("option '" + option + "'", "ask=NAME, rank=broad, link=https://...");
            }
        }
        return new HintRule(className, signs, hints, inquiries, broad, link);
    }

    private List<Inquiry> inquiries(String names) {
        return Stream.of(names.split(",")).map(String::strip).map(this::inquiry).toList();
    }

    private Inquiry inquiry(String name) {
        return Arrays.stream(Inquiry.values())
                .filter(inquiry -> inquiry.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> refusal("ask=" + name, Arrays.toString(Inquiry.values())));
    }

    private Sign sign(String text) {
        return Sign.parse(text)
                .orElseThrow(() -> refusal(
                        "condition '" + text + "'",
                        "[message~TEMPLATE], [message=TEXT], [sqlstate^=08], [top^=CLASS.METHOD], "
                                + "[frame^=PREFIX], [trace=none]"));
    }

    /** Returns the place of a character, or the end of the text. */
    private static int indexOf(String text, char c) {
        return indexOf(text, c, 0);
    }

    private static int indexOf(String text, char c, int from) {
        int at = text.indexOf(c, from);
        return at < 0 ? text.length() : at;
    }

    private IllegalArgumentException refusal(String what, String allowed) {
        return new IllegalArgumentException(file + ":" + line + ": cannot read " + what + "; allowed: " + allowed);
    }
}
