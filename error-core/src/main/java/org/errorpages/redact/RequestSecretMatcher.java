package org.errorpages.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets of a request again wherever they are repeated, also in base64 and escaped for a URL or for JSON.
 *
 * <p>A tree of characters: the time for a text grows with the text, not with the number of secrets. Both the depth and
 * the size of the tree are bounded; of a longer secret the beginning is known, and what hangs on it is hidden too.
 */
final class RequestSecretMatcher {

    /** A mark of what is hidden without a blank, so that what it is a part of is still one word; noncharacters. */
    private static final char BEGIN = '\uFDD0';

    private static final char END = '\uFDD1';

    /** A shorter value is an ordinary word or number too often. */
    private static final int SHORTEST = 6;

    /** A cookie without a telling name is secret only if its value is at least this long and looks random. */
    private static final int SHORTEST_OF_COOKIE = 8;

    private static final int MAX_SECRETS = 64;
    private static final int MAX_DEPTH = 256;
    private static final int MAX_NODES = 40_000;

    private final Node root = new Node();
    private int nodes;

    private RequestSecretMatcher() {}

    static RequestSecretMatcher none() {
        return new RequestSecretMatcher();
    }

    static RequestSecretMatcher of(RequestSnapshot request, SecretNames names) {
        var known = new RequestSecretMatcher();
        var secrets = secrets(request, names);
        secrets.forEach(secret -> secret.spellings().forEach(form -> known.add(form, secret.rule(), false)));
        secrets.forEach(secret -> secret.base64().forEach(form -> known.add(form, secret.rule(), true)));
        return known;
    }

    /** Returns the secrets of a request, in the order in which they came. */
    private static List<Secret> secrets(RequestSnapshot request, SecretNames names) {
        return Stream.of(ofHeaders(request, names), ofCookies(request, names), ofParameters(request, names))
                .flatMap(secrets -> secrets)
                .filter(secret -> secret.value().length() >= SHORTEST)
                .distinct()
                .limit(MAX_SECRETS)
                .toList();
    }

    private static Stream<Secret> ofHeaders(RequestSnapshot request, SecretNames names) {
        return request.headers().all().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Cookie"))
                .flatMap(header -> names.wordIn(header.getKey()).stream()
                        .flatMap(word -> header.getValue().stream().flatMap(line -> ofHeader(word, line.strip()))));
    }

    /** Of credentials the scheme is no secret (RFC 9110, section 11.4). */
    private static Stream<Secret> ofHeader(String word, String line) {
        int space = line.indexOf(' ');
        var token = line.substring(space + 1).strip();
        var password = line.regionMatches(true, 0, "basic ", 0, 6) ? password(token) : Optional.<String>empty();
        return Stream.concat(Stream.of(line, token), password.stream()).map(text -> new Secret(word, text));
    }

    private static Optional<String> password(String token) {
        try {
            var pair = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Stream<Secret> ofCookies(RequestSnapshot request, SecretNames names) {
        return request.cookies().stream().flatMap(cookie -> {
            var value = cookie.value().replaceAll("^\"|\"$", "");
            return names
                    .wordIn(cookie.name())
                    .or(() -> looksRandom(value) ? Optional.of("cookie") : Optional.empty())
                    .map(word -> new Secret(word, value))
                    .stream();
        });
    }

    private static boolean looksRandom(String value) {
        return value.length() >= SHORTEST_OF_COOKIE
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter);
    }

    private static Stream<Secret> ofParameters(RequestSnapshot request, SecretNames names) {
        return Stream.of(request.parameters(), request.details().form())
                .flatMap(List<NamedValue>::stream)
                .flatMap(parameter ->
                        names.wordIn(parameter.name()).map(word -> new Secret(word, parameter.value())).stream());
    }

    private void add(String form, String rule, boolean part) {
        var node = root;
        int depth = Math.min(form.length(), MAX_DEPTH);
        if (nodes + depth > MAX_NODES) {
            return;
        }
        for (int i = 0; i < depth; i++) {
            node = node.next.computeIfAbsent(form.charAt(i), c -> new Node());
        }
        nodes += depth;
        if (node.end == null) {
            node.end = new End(rule, part || form.length() > MAX_DEPTH);
        }
    }

    /** Returns the text with every secret hidden, and the rest of it as it is shown by somebody else. */
    String hide(String text, UnaryOperator<String> rest) {
        if (root.next.isEmpty()) {
            return rest.apply(text);
        }
        var marked = rest.apply(marked(text.replace(BEGIN, '\uFFFD').replace(END, '\uFFFD')));
        return marked.replace(String.valueOf(BEGIN), "[hidden: ").replace(END, ']');
    }

    private String marked(String text) {
        var shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            var match = longest(text, at);
            if (match == null) {
                shown.append(text.charAt(at++));
            } else {
                at = match.end().part() ? aroundOf(match, text, shown) : match.to();
                shown.append(BEGIN).append(match.end().rule()).append(END);
            }
        }
        return shown.toString();
    }

    private @Nullable Match longest(String text, int from) {
        Match longest = null;
        var node = root.next.get(text.charAt(from));
        for (int i = from + 1; node != null; i++) {
            longest = node.end == null ? longest : new Match(i, node.end);
            node = i < text.length() ? node.next.get(text.charAt(i)) : null;
        }
        return longest;
    }

    /** What a secret is encoded together with tells of its edges and of its length. */
    private static int aroundOf(Match match, String text, StringBuilder shown) {
        int end = shown.length();
        while (end > 0 && isOfBase64(shown.charAt(end - 1))) {
            end--;
        }
        shown.setLength(end);
        int to = match.to();
        while (to < text.length() && isOfBase64(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isOfBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/=_-".indexOf(c) >= 0;
    }

    /**
     * A secret value.
     *
     * @param rule the word in its name that hides it
     * @param value the value
     */
    private record Secret(String rule, String value) {

        private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

        /** Returns the ways in which the value is written as it is or escaped for a URL or for JSON. */
        List<String> spellings() {
            var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            var escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
            return Stream.of(
                            value,
                            encoded,
                            lowerHex(encoded),
                            encoded.replace("+", "%20"),
                            lowerHex(encoded.replace("+", "%20")),
                            escaped,
                            escaped.replace("/", "\\/"))
                    .distinct()
                    .toList();
        }

        private static String lowerHex(String encoded) {
            return ESCAPE.matcher(encoded).replaceAll(hex -> hex.group().toLowerCase(Locale.ROOT));
        }

        /** Returns what of the value is sure to be seen in base64 of a text that holds it, wherever in the text it stands. */
        List<String> base64() {
            var all = new ArrayList<String>();
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            for (int offset = 0; offset < 3; offset++) {
                var shifted = new byte[offset + bytes.length];
                System.arraycopy(bytes, 0, shifted, offset, bytes.length);
                // Three bytes are four characters; those at the edges tell of the neighbours as well.
                int from = offset == 0 ? 0 : offset + 1;
                int to = shifted.length * 8 / 6;
                all.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
                all.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
            }
            return all.stream().distinct().toList();
        }
    }

    private record Match(int to, End end) {}

    /**
     * Where a form of a secret is whole.
     *
     * @param rule for which it is hidden
     * @param part whether the form is only a part of what has to be hidden
     */
    private record End(String rule, boolean part) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable End end;
    }
}
