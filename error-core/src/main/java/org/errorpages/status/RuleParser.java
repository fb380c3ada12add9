package org.errorpages.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an error map of the form that stands at the top of the built-in {@code error-map.properties}.
 *
 * <p>A line that cannot be understood ends the reading with an {@link IllegalArgumentException} that names file, line
 * and what is allowed.
 */
final class RuleParser {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Map<String, Side> SIDES =
            Map.of("client", Side.CLIENT, "self", Side.SELF, "upstream", Side.UPSTREAM);

    private final String file;
    private final int layer;
    private int line;

    private RuleParser(String file, int layer) {
        this.file = file;
        this.layer = layer;
    }

    static List<Rule> parse(String text, String file, int layer) {
        return new RuleParser(file, layer).rules(text);
    }

    /** Reads one line that is not empty. */
    static Rule parseLine(String text, String file, int line, int layer) {
        var parser = new RuleParser(file, layer);
        parser.line = line;
        return parser.rule(text.strip());
    }

    /** Returns whether there is no rule in a line. */
    static boolean isEmpty(String line) {
        int start = 0;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
            start++;
        }
        return start == line.length() || line.charAt(start) == '#';
    }

    /** Returns what stands in a line where the class is named, as Jakarta EE has it. */
    static String className(String line) {
        int end = 0;
        while (end < line.length() && "@[=".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return JakartaNames.canonical(line.substring(0, end).strip());
    }

    private List<Rule> rules(String text) {
        var rules = new ArrayList<Rule>();
        var keys = new HashSet<String>();
        var unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (var raw : unmarked.split("\n", -1)) {
            line++;
            if (isEmpty(raw)) {
                continue;
            }
            var rule = rule(raw.strip());
            if (!keys.add(rule.key())) {
                throw refusal("a second rule for '" + rule.key() + "'", "one rule for each class, side and condition");
            }
            rules.add(rule);
        }
        return rules;
    }

    private Rule rule(String content) {
        int equals = assignment(content);
        if (equals < 0) {
            throw refusal("'" + content + "'", "class[@side][condition] = effect; option=value");
        }
        var key = content.substring(0, equals).strip();
        return rule(key, new RuleValues(content.substring(equals + 1), layer, this::refusal));
    }

    /** Returns the place of the equals sign that is not part of a condition, or -1. */
    private static int assignment(String content) {
        int open = content.indexOf('[');
        int first = content.indexOf('=');
        if (open < 0 || first < open) {
            return first;
        }
        for (int close = content.indexOf(']'); close >= 0; close = content.indexOf(']', close + 1)) {
            int next = close + 1;
            while (next < content.length() && content.charAt(next) == ' ') {
                next++;
            }
            if (next < content.length() && content.charAt(next) == '=') {
                return next;
            }
        }
        return -1;
    }

    private Rule rule(String key, RuleValues values) {
        var effect = values.effect();
        var sets = effect instanceof Effect.SideOnly only ? only.side() : values.side();
        var named = onSide(key);
        var onSide = named == null && !(effect instanceof Effect.SideOnly) ? sets : named;
        var text = key + " = " + values;
        return new Rule(
                requireClassName(key),
                onSide,
                condition(key),
                values.when(),
                effect,
                sets,
                values.mode(sets),
                text,
                new RuleSource(file, line, layer));
    }

    private String requireClassName(String key) {
        var name = className(key);
        if (!isClassName(name)) {
            throw refusal("'" + name + "'", "the binary name of a class, such as java.net.ConnectException");
        }
        return name;
    }

    /** Identifiers joined by dots; those of "answered.429" begin with digits. */
    private static boolean isClassName(String name) {
        for (var part : name.split("\\.", -1)) {
            boolean identifier = !part.isEmpty()
                    && part.chars()
                            .allMatch(c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
            boolean begins = !part.isEmpty() && Character.isJavaIdentifierStart(part.charAt(0));
            if (!identifier || (!begins && !name.startsWith("answered."))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Side onSide(String key) {
        int bracket = key.indexOf('[');
        var head = bracket < 0 ? key : key.substring(0, bracket);
        int at = head.indexOf('@');
        if (at < 0) {
            return null;
        }
        var side = SIDES.get(head.substring(at + 1).strip());
        if (side == null) {
            throw refusal("side '" + head.substring(at + 1) + "'", "client, self, upstream");
        }
        return side;
    }

    private Condition condition(String key) {
        int open = key.indexOf('[');
        if (open < 0) {
            return Condition.NONE;
        }
        return (key.endsWith("]") ? Condition.parse(key.substring(open + 1, key.length() - 1)) : Condition.parse(""))
                .orElseThrow(() -> refusal(
                        "condition '" + key.substring(open) + "'",
                        "[message*=text], [message=cause], [cause*=class], [sqlstate^=08], "
                                + "[frame^=package], [method=value]"));
    }

    private IllegalArgumentException refusal(String what, String allowed) {
        var message = file + ":" + line + ": cannot read " + what + "; allowed: " + allowed;
        return new IllegalArgumentException(message);
    }
}
