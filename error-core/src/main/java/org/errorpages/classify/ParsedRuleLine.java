package org.errorpages.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One parsed line of a rule file: {@code class[condition]... = value; option=operand; flag}.
 *
 * <p>Error maps and hint rules share this syntax. A malformed line causes an {@link IllegalArgumentException} that names
 * the file, the line and the allowed values.
 */
public final class ParsedRuleLine {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern END_OF_CONDITIONS = Pattern.compile("] *=");

    private final Syntax syntax;
    private final String file;
    private final int number;
    private final String key;
    private final String value;
    private final Map<String, String> options;

    /**
     * The keywords of one kind of rule file.
     *
     * @param form the form of a line, for messages
     * @param options the options that take an operand
     * @param flags the options without an operand
     * @param renamed maps keywords of earlier versions to their present names
     */
    public record Syntax(String form, List<String> options, List<String> flags, Map<String, String> renamed) {

        public Syntax {
            options = List.copyOf(options);
            flags = List.copyOf(flags);
            renamed = Map.copyOf(renamed);
        }

        private String allOptions() {
            return String.join("=, ", options) + "=" + (flags.isEmpty() ? "" : ", " + String.join(", ", flags));
        }
    }

    private ParsedRuleLine(String content, String file, int number, Syntax syntax) {
        this.syntax = syntax;
        this.file = file;
        this.number = number;
        int equals = assignment(content);
        if (equals < 0) {
            throw malformed("'" + content + "'", syntax.form());
        }
        this.key = content.substring(0, equals).strip();
        var values = content.substring(equals + 1).split(";", -1);
        this.value = values[0].strip();
        this.options = new LinkedHashMap<>();
        for (int i = 1; i < values.length; i++) {
            addOption(values[i].strip());
        }
    }

    /** Parses each line of a text, except blank lines and comments, which begin with #. */
    public static <T> List<T> parse(String text, String file, Syntax syntax, Function<ParsedRuleLine, T> parser) {
        var parsed = new ArrayList<T>();
        var lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var content = lines[i].strip();
            if (!content.isEmpty() && content.charAt(0) != '#') {
                parsed.add(parser.apply(new ParsedRuleLine(content, file, i + 1, syntax)));
            }
        }
        return parsed;
    }

    /** Returns the index of the equals sign that is not part of a condition, or -1. */
    private static int assignment(String content) {
        int open = content.indexOf('[');
        int first = content.indexOf('=');
        if (open < 0 || first < open) {
            return first;
        }
        var end = END_OF_CONDITIONS.matcher(content);
        return end.find() ? end.end() - 1 : -1;
    }

    private void addOption(String option) {
        int equals = option.indexOf('=');
        var name = equals < 0 ? option : option.substring(0, equals).strip();
        var operand = equals < 0 ? "" : option.substring(equals + 1).strip();
        boolean known =
                equals < 0 ? syntax.flags().contains(name) : syntax.options().contains(name);
        if (!known || (equals >= 0 && operand.isEmpty()) || options.put(name, operand) != null) {
            throw malformed("option '" + option + "'" + renamingRemark(name), syntax.allOptions() + ", each once");
        }
    }

    int number() {
        return number;
    }

    /** Returns the text before the conditions. */
    public String head() {
        int open = key.indexOf('[');
        return open < 0 ? key : key.substring(0, open).strip();
    }

    /** Returns the conditions, without their brackets. */
    public List<String> conditions() {
        int open = key.indexOf('[');
        return open < 0
                ? List.of()
                : List.of(key.substring(open + 1, key.length() - 1).split("]\\[", -1));
    }

    /** Returns the text between the equals sign and the options. */
    public String value() {
        return value;
    }

    /** Returns the operand of an option, the empty string for a flag, or null if it is missing. */
    public @Nullable String option(String name) {
        return options.get(name);
    }

    /** Returns the constant that an option names, or a default if the option is missing. */
    public <T> T choiceOr(String option, Map<String, T> choices, T defaultChoice) {
        var name = options.get(option);
        return name == null ? defaultChoice : choice(option, name, choices);
    }

    /** Returns the constant of a name; the message of a failure names the kind of constant. */
    public <T> T choice(String kind, String name, Map<String, T> choices) {
        var choice = choices.get(name);
        if (choice == null) {
            var allowed = choices.keySet().stream().sorted().toList();
            throw malformed(kind + " '" + name + "'", String.join(", ", allowed));
        }
        return choice;
    }

    /** Rejects other options. */
    void requireOptions(Set<String> allowed) {
        for (var name : options.keySet()) {
            if (!allowed.contains(name)) {
                throw malformed(
                        "option '" + name + "' with " + value, allowed.isEmpty() ? "none" : String.join(", ", allowed));
            }
        }
    }

    /** Returns the exception for a malformed part of this line. */
    public IllegalArgumentException malformed(String part, String allowed) {
        return new IllegalArgumentException(file + ":" + number + ": cannot read " + part + "; allowed: " + allowed);
    }

    /** Returns a remark with the present name of a keyword of an earlier version, or the empty string. */
    String renamingRemark(String keyword) {
        var now = syntax.renamed().get(keyword);
        return now == null ? "" : ", which is now '" + now + "'";
    }

    /** Returns the line with normalised blanks: around the equals sign and after each semicolon. */
    @Override
    public String toString() {
        var text = new StringBuilder(key).append(" = ").append(value);
        options.forEach((name, operand) -> text.append("; ")
                .append(name)
                .append(operand.isEmpty() ? "" : "=")
                .append(operand));
        return text.toString();
    }
}
