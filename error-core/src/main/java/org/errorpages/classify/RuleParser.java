package org.errorpages.classify;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.classify.Rule.Effect;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.RuleRank;
import org.errorpages.throwable.BinaryClassNames;
import org.errorpages.throwable.PropertyPath;
import org.jspecify.annotations.Nullable;

/** Parses an error map; the built-in {@code error-map.properties} documents the syntax. */
final class RuleParser {

    private static final String EFFECTS =
            "a status from 400 to 599, transparent, opaque, client, self, upstream, aborted,"
                    + " status-from METHOD, upstream-status-from METHOD";
    private static final String CONDITIONS =
            "[message*=text], [message=cause], [cause*=class], [sqlstate^=08], [frame^=package], [method=value]";
    private static final String STATUS_FROM = "status-from ";
    private static final String UPSTREAM_STATUS_FROM = "upstream-status-from ";

    private static final ParsedRuleLine.Syntax SYNTAX = new ParsedRuleLine.Syntax(
            "class[@side][condition] = effect; option=value",
            List.of("side", "mode", "rank", "when", "retry-after", "proxy"),
            List.of("any-side", "opaque", "rethrow"),
            Map.of("through", "any-side", "from", "status-from", "received", "upstream-status-from"));

    private static final Map<String, FaultSide> SIDES =
            Map.of("client", FaultSide.CLIENT, "self", FaultSide.SELF, "upstream", FaultSide.UPSTREAM);
    private static final Map<String, FaultSide> SIDES_TO_SET =
            Map.of("self", FaultSide.SELF, "upstream", FaultSide.UPSTREAM);
    private static final Map<String, RuleRank> RANKS =
            Map.of("exact", RuleRank.EXACT, "broad", RuleRank.BROAD, "fallback", RuleRank.FALLBACK);
    private static final Map<String, Rule.Scope> SCOPES =
            Map.of("storing", Rule.Scope.STORING, "stopping", Rule.Scope.STOPPING);
    private static final Map<String, UpstreamMode> MODES = Map.of(
            "explicit", UpstreamMode.EXPLICIT,
            "http-clients", UpstreamMode.HTTP_CLIENTS,
            "network", UpstreamMode.NETWORK);

    private final ParsedRuleLine line;
    private final String value;
    private final RuleRank defaultRank;

    private RuleParser(ParsedRuleLine line, int layer) {
        this.line = line;
        this.value = line.value();
        this.defaultRank = layer == Rule.Source.BUILT_IN ? RuleRank.EXACT : RuleRank.DECLARED;
    }

    /**
     * Returns the rules of a text.
     *
     * @throws IllegalArgumentException if a line is malformed; the message names the file, the line and the allowed values
     */
    static List<Rule> parse(String text, String file, int layer) {
        var keys = new HashSet<String>();
        return ParsedRuleLine.parse(text, file, SYNTAX, line -> {
            var rule = new RuleParser(line, layer)
                    .rule(new Rule.Source(file, line.number(), layer, file + ":" + line.number()));
            if (!keys.add(rule.key())) {
                throw line.malformed(
                        "a second rule for '" + rule.key() + "'", "one rule for each class, side and condition");
            }
            return rule;
        });
    }

    private Rule rule(Rule.Source source) {
        var effect = effect();
        var onlySide = effect instanceof Effect.SideOnly sideOnly ? sideOnly.side() : null;
        var sideOption = line.option("side");
        var setsSide = sideOption == null ? onlySide : line.choice("side", sideOption, SIDES_TO_SET);
        var head = line.head();
        int separator = head.indexOf('@');
        var onSide = separator < 0
                ? null
                : line.choice("side", head.substring(separator + 1).strip(), SIDES);
        var defaultMode = setsSide == FaultSide.UPSTREAM ? UpstreamMode.HTTP_CLIENTS : UpstreamMode.EXPLICIT;
        return new Rule(
                className(separator < 0 ? head : head.substring(0, separator).strip()),
                onSide == null && onlySide == null ? setsSide : onSide,
                condition(),
                line.choiceOr("when", SCOPES, Rule.Scope.ALL),
                effect,
                setsSide,
                line.choiceOr("mode", MODES, defaultMode),
                line.toString(),
                source);
    }

    private String className(String text) {
        var name = BinaryClassNames.canonical(text);
        if (name.startsWith("answered.") && name.matches("answered\\.(none|other|[0-9].*)")) {
            var newName = ErrorMap.UPSTREAM_STATUS + name.substring(name.indexOf('.') + 1);
            throw line.malformed("'" + name + "', which is now '" + newName + "'", newName);
        }
        boolean upstreamStatus = name.startsWith(ErrorMap.UPSTREAM_STATUS);
        if (upstreamStatus && !name.matches("upstream-status\\.([1-9][0-9][0-9]|4xx|5xx|other|none)")) {
            throw line.malformed("'" + name + "'", "upstream-status. with a status, 4xx, 5xx, other or none");
        }
        if (!upstreamStatus && !BinaryClassNames.isValid(name)) {
            throw line.malformed("'" + name + "'", "the binary name of a class, such as java.net.ConnectException");
        }
        return name;
    }

    private Rule.Condition condition() {
        var conditions = line.conditions();
        if (conditions.isEmpty()) {
            return Rule.Condition.NONE;
        }
        var text = String.join("][", conditions);
        return Rule.Condition.parse(text).orElseThrow(() -> line.malformed("condition '[" + text + "]'", CONDITIONS));
    }

    private Effect effect() {
        var sideOnly = SIDES.get(value);
        if (sideOnly != null) {
            line.requireOptions(Set.of("mode"));
            return new Effect.SideOnly(sideOnly);
        }
        if (value.startsWith(STATUS_FROM)) {
            line.requireOptions(Set.of("retry-after"));
            var methods = List.of(value.substring(STATUS_FROM.length()).split(" or ", -1));
            return new Effect.StatusFrom(
                    methods.stream().map(String::strip).map(this::path).toList(), retryAfter());
        }
        if (value.startsWith(UPSTREAM_STATUS_FROM)) {
            line.requireOptions(Set.of("retry-after"));
            var method = value.substring(UPSTREAM_STATUS_FROM.length()).strip();
            return new Effect.UpstreamStatusFrom(path(method), retryAfter());
        }
        return switch (value) {
            case "transparent" -> {
                line.requireOptions(Set.of());
                yield new Effect.Transparent();
            }
            case "opaque" -> {
                line.requireOptions(Set.of());
                yield answer(Status.INTERNAL_SERVER_ERROR, Disposition.ANSWER, RuleRank.EXACT, true);
            }
            case "aborted" -> {
                line.requireOptions(Set.of("rank"));
                yield answer(Status.of(400), Disposition.ABORTED, rank(), false);
            }
            default -> answer();
        };
    }

    private Effect answer() {
        int code = number(value);
        if (!Status.isError(code)) {
            var keyword = value.contains(" ") ? value.substring(0, value.indexOf(' ')) : value;
            throw line.malformed("'" + value + "'" + line.renamingRemark(keyword), EFFECTS);
        }
        var disposition = line.option("rethrow") == null ? Disposition.ANSWER : Disposition.RETHROW;
        return answer(Status.of(code), disposition, rank(), line.option("opaque") != null);
    }

    private Effect answer(Status status, Disposition disposition, RuleRank rank, boolean opaque) {
        boolean anySide = line.option("any-side") != null;
        return new Effect.Answer(status, disposition, rank, retryAfter(), proxyError(), anySide, opaque);
    }

    private @Nullable String proxyError() {
        var error = line.option("proxy");
        if (error != null && !error.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_')) {
            throw line.malformed("proxy '" + error + "'", "an error type of RFC 9209, section 2.3");
        }
        return error;
    }

    private RuleRank rank() {
        return line.choiceOr("rank", RANKS, defaultRank);
    }

    private RetryAfter retryAfter() {
        var text = line.option("retry-after");
        if (text == null) {
            return RetryAfter.UNKNOWN;
        }
        if (Character.isJavaIdentifierStart(text.charAt(0))) {
            return new RetryAfter(null, path(text));
        }
        int seconds = number(text);
        if (seconds < 1 || seconds > RetryAfter.LONGEST.toSeconds()) {
            throw line.malformed("retry-after '" + text + "'", "seconds from 1 to 3600, or a method");
        }
        return new RetryAfter(Duration.ofSeconds(seconds), null);
    }

    private PropertyPath path(String text) {
        return PropertyPath.parse(text)
                .orElseThrow(() ->
                        line.malformed("method '" + text + "'", "names of methods such as getStatus, joined by dots"));
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
