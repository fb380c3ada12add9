package org.errorpages.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an error map of the form that stands at the top of the built-in {@code error-map.properties}.
 *
 * <p>A line that cannot be understood ends the reading with an {@link IllegalArgumentException} that names file, line
 * and what is allowed.
 */
final class RuleParser {

    private static final String EFFECTS = "a status from 400 to 599, transparent, aborted, self, upstream";
    private static final Set<String> OPTIONS = Set.of("rank", "side", "retry-after", "proxy", "rethrow");
    private static final Map<String, Rank> RANKS =
            Map.of("exact", Rank.EXACT, "broad", Rank.BROAD, "fallback", Rank.FALLBACK);
    private static final Map<String, Side> SIDES = Map.of("self", Side.SELF, "upstream", Side.UPSTREAM);

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

    private List<Rule> rules(String text) {
        var rules = new ArrayList<Rule>();
        var keys = new HashSet<String>();
        for (var raw : text.split("\n", -1)) {
            line++;
            var content = raw.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            var rule = rule(content);
            if (!keys.add(rule.key())) {
                throw refusal("a second rule for '" + rule.key() + "'", "one rule for each class, side and condition");
            }
            rules.add(rule);
        }
        return rules;
    }

    private Rule rule(String content) {
        int afterCondition = content.indexOf('[') >= 0 ? content.indexOf(']') : 0;
        int equals = afterCondition < 0 ? -1 : content.indexOf('=', afterCondition);
        if (equals < 0) {
            throw refusal("'" + content + "'", "class[@side][condition] = effect; option=value");
        }
        var key = content.substring(0, equals).strip();
        var values = content.substring(equals + 1).split(";", -1);
        var options = options(values);
        var effect = effect(values[0].strip(), options);
        var setsSide = effect instanceof Effect.SideOnly only ? only.side() : side(options.get("side"));
        return new Rule(
                className(key), onSide(key), condition(key), effect, setsSide, new RuleSource(file, line, layer));
    }

    private String className(String key) {
        int end = key.length();
        for (char stop : new char[] {'@', '['}) {
            int at = key.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        var name = key.substring(0, end).strip();
        if (name.isEmpty() || !name.chars().allMatch(c -> Character.isJavaIdentifierPart(c) || c == '.')) {
            throw refusal("'" + name + "'", "the binary name of a class, such as java.net.ConnectException");
        }
        return name;
    }

    private @Nullable Side onSide(String key) {
        int bracket = key.indexOf('[');
        var head = bracket < 0 ? key : key.substring(0, bracket);
        int at = head.indexOf('@');
        return at < 0 ? null : side(head.substring(at + 1).strip());
    }

    private Condition condition(String key) {
        int open = key.indexOf('[');
        if (open < 0) {
            return Condition.NONE;
        }
        var condition = key.endsWith("]") ? Condition.parse(key.substring(open + 1, key.length() - 1)) : null;
        if (condition == null) {
            throw refusal(
                    "condition '" + key.substring(open) + "'",
                    "[message*=text], [message=cause], [sqlstate^=08], [frame^=package]");
        }
        return condition;
    }

    private Map<String, String> options(String[] values) {
        var options = new HashMap<String, String>();
        for (int i = 1; i < values.length; i++) {
            var option = values[i].strip();
            int equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals).strip();
            if (!OPTIONS.contains(name) || (equals < 0 && !name.equals("rethrow"))) {
                throw refusal("option '" + option + "'", "rank=, side=, retry-after=, proxy=, rethrow");
            }
            options.put(name, equals < 0 ? "" : option.substring(equals + 1).strip());
        }
        return options;
    }

    private Effect effect(String text, Map<String, String> options) {
        if (text.equals("transparent")) {
            return new Effect.Transparent();
        }
        if (text.equals("aborted")) {
            return new Effect.Answer(Status.of(400), Disposition.ABORTED, Rank.EXACT, null, null);
        }
        if (SIDES.containsKey(text)) {
            return new Effect.SideOnly(SIDES.get(text));
        }
        var rank = rank(options.get("rank"));
        var disposition = options.containsKey("rethrow") ? Disposition.RETHROW : Disposition.ANSWER;
        var retryAfter = retryAfter(options.get("retry-after"));
        return new Effect.Answer(status(text), disposition, rank, retryAfter, options.get("proxy"));
    }

    private Status status(String text) {
        int code = number(text);
        if (!Status.isError(code)) {
            throw refusal("'" + text + "'", EFFECTS);
        }
        return Status.of(code);
    }

    private Rank rank(@Nullable String name) {
        if (name == null) {
            return layer == RuleSource.BUILT_IN ? Rank.EXACT : Rank.DECLARED;
        }
        var rank = RANKS.get(name);
        if (rank == null) {
            throw refusal("rank '" + name + "'", "exact, broad, fallback");
        }
        return rank;
    }

    private @Nullable Side side(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var side = SIDES.get(name);
        if (side == null) {
            throw refusal("side '" + name + "'", "self, upstream");
        }
        return side;
    }

    private @Nullable Duration retryAfter(@Nullable String seconds) {
        if (seconds == null) {
            return null;
        }
        int value = number(seconds);
        if (value < 1 || value > 3600) {
            throw refusal("retry-after '" + seconds + "'", "seconds from 1 to 3600");
        }
        return Duration.ofSeconds(value);
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    private IllegalArgumentException refusal(String what, String allowed) {
        return new IllegalArgumentException(file + ":" + line + ": cannot read " + what + "; allowed: " + allowed);
    }
}
