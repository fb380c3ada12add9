package org.errorpages.status;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The right-hand side of a rule: {@code 504; side=upstream; proxy=connection_timeout}. */
final class RuleValues {

    private static final String EFFECTS =
            "a status from 400 to 599, transparent, opaque, client, self, upstream, aborted, from METHOD, received METHOD";
    private static final String OPTIONS = "side=, mode=, rank=, when=, retry-after=, proxy=, through, opaque, rethrow";
    private static final Set<String> FLAGS = Set.of("through", "opaque", "rethrow");
    private static final Set<String> OF_STATUS =
            Set.of("side", "mode", "rank", "when", "retry-after", "proxy", "through", "opaque", "rethrow");

    private static final Map<String, Rank> RANKS =
            Map.of("exact", Rank.EXACT, "broad", Rank.BROAD, "fallback", Rank.FALLBACK);
    private static final Map<String, When> CIRCUMSTANCES = Map.of("storing", When.STORING, "stopping", When.STOPPING);
    private static final Map<String, Side> SIDES = Map.of("self", Side.SELF, "upstream", Side.UPSTREAM);
    private static final Map<String, UpstreamMode> MODES = Map.of(
            "explicit", UpstreamMode.EXPLICIT,
            "http-clients", UpstreamMode.HTTP_CLIENTS,
            "network", UpstreamMode.NETWORK);

    private final String effect;
    private final Map<String, String> options;
    private final int layer;
    private final BiFunction<String, String, IllegalArgumentException> refusal;

    /**
     * Reads the values.
     *
     * @param refusal makes the exception of what cannot be read and what is allowed
     */
    RuleValues(String text, int layer, BiFunction<String, String, IllegalArgumentException> refusal) {
        this.layer = layer;
        this.refusal = refusal;
        var values = List.of(text.split(";", -1));
        this.effect = values.get(0).strip();
        this.options = options(values.subList(1, values.size()));
    }

    Effect effect() {
        var fixed = fixed();
        if (fixed != null) {
            requireOptions(fixed instanceof Effect.SideOnly ? Set.of("mode") : Set.of("rank"));
            return fixed;
        }
        if (effect.startsWith("from ")) {
            requireOptions(Set.of("retry-after"));
            var methods = List.of(effect.substring(5).split(" or ", -1));
            return new Effect.Carrier(
                    methods.stream().map(String::strip).map(this::accessor).toList(), retryAfter());
        }
        if (effect.startsWith("received ")) {
            requireOptions(Set.of("retry-after"));
            return new Effect.Received(accessor(effect.substring(9).strip()), retryAfter());
        }
        requireOptions(OF_STATUS);
        return answer();
    }

    @Nullable Side side() {
        return choice("side", SIDES, "self, upstream");
    }

    UpstreamMode mode(@Nullable Side sets) {
        var mode = choice("mode", MODES, "explicit, http-clients, network");
        if (mode != null) {
            return mode;
        }
        return sets == Side.UPSTREAM ? UpstreamMode.HTTP_CLIENTS : UpstreamMode.EXPLICIT;
    }

    When when() {
        var when = choice("when", CIRCUMSTANCES, "storing, stopping");
        return when == null ? When.ALWAYS : when;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(effect);
        options.forEach((name, value) -> text.append("; ")
                .append(name)
                .append(value.isEmpty() ? "" : "=")
                .append(value));
        return text.toString();
    }

    private @Nullable Effect fixed() {
        return switch (effect) {
            case "transparent" -> new Effect.Transparent();
            case "opaque" -> new Effect.Opaque();
            case "client" -> new Effect.SideOnly(Side.CLIENT);
            case "self" -> new Effect.SideOnly(Side.SELF);
            case "upstream" -> new Effect.SideOnly(Side.UPSTREAM);
            case "aborted" ->
                new Effect.Answer(Status.of(400), Disposition.ABORTED, rank(), RetryAfter.UNKNOWN, null, false, false);
            default -> null;
        };
    }

    private Effect answer() {
        int code = number(effect);
        if (!Status.isError(code)) {
            throw refusal.apply("'" + effect + "'", EFFECTS);
        }
        var disposition = options.containsKey("rethrow") ? Disposition.RETHROW : Disposition.ANSWER;
        return new Effect.Answer(
                Status.of(code),
                disposition,
                rank(),
                retryAfter(),
                proxyError(),
                options.containsKey("through"),
                options.containsKey("opaque"));
    }

    private @Nullable String proxyError() {
        var error = options.get("proxy");
        if (error != null && !error.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_')) {
            throw refusal.apply("proxy '" + error + "'", "an error type of RFC 9209, section 2.3");
        }
        return error;
    }

    private Map<String, String> options(List<String> values) {
        var read = new LinkedHashMap<String, String>();
        for (var value : values) {
            var option = value.strip();
            int equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals).strip();
            var operand = equals < 0 ? "" : option.substring(equals + 1).strip();
            boolean flag = FLAGS.contains(name);
            boolean known = OF_STATUS.contains(name) && (flag ? equals < 0 : !operand.isEmpty());
            if (!known || read.put(name, operand) != null) {
                throw refusal.apply("option '" + option + "'", OPTIONS + ", each once");
            }
        }
        return read;
    }

    private void requireOptions(Set<String> allowed) {
        for (var name : options.keySet()) {
            if (!allowed.contains(name)) {
                throw refusal.apply(
                        "option '" + name + "' with " + effect,
                        allowed.isEmpty() ? "none" : String.join(", ", allowed));
            }
        }
        if (effect.equals("transparent") || effect.equals("opaque")) {
            options.keySet().stream().findFirst().ifPresent(name -> {
                throw refusal.apply("option '" + name + "' with " + effect, "none");
            });
        }
    }

    private Rank rank() {
        var rank = choice("rank", RANKS, "exact, broad, fallback");
        if (rank != null) {
            return rank;
        }
        return layer == RuleSource.BUILT_IN ? Rank.EXACT : Rank.DECLARED;
    }

    private RetryAfter retryAfter() {
        var text = options.get("retry-after");
        if (text == null) {
            return RetryAfter.UNKNOWN;
        }
        if (Character.isJavaIdentifierStart(text.charAt(0))) {
            return new RetryAfter(null, accessor(text));
        }
        int seconds = number(text);
        if (seconds < 1 || seconds > RetryAfter.LONGEST.toSeconds()) {
            throw refusal.apply("retry-after '" + text + "'", "seconds from 1 to 3600, or a method");
        }
        return new RetryAfter(Duration.ofSeconds(seconds), null);
    }

    private Accessor accessor(String text) {
        return Accessor.parse(text)
                .orElseThrow(() ->
                        refusal.apply("method '" + text + "'", "names of methods such as getStatus, joined by dots"));
    }

    private <T> @Nullable T choice(String option, Map<String, T> choices, String allowed) {
        var name = options.get(option);
        if (name == null) {
            return null;
        }
        var choice = choices.get(name);
        if (choice == null) {
            throw refusal.apply(option + " '" + name + "'", allowed);
        }
        return choice;
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
