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
import org.errorpages.redact.Redactor.SecretNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds repetitions of a request's secrets, including base64, URL and JSON forms.
 *
 * <p>A trie keeps the time for a text independent of the number of secrets. Its depth and size are bounded: of a longer
 * secret it holds the beginning, and the adjoining characters are redacted too.
 */
final class RepeatedSecretFinder {

    /** Noncharacters around a redacted value while other patterns run: a blank would split the word around it. */
    private static final char BEGIN = '\uFDD0';

    private static final char END = '\uFDD1';

    /** A shorter value is too often an ordinary word or number. */
    private static final int MIN_LENGTH = 6;

    /** The minimum length of a random-looking cookie that counts as a secret without a secret name. */
    private static final int MIN_COOKIE_LENGTH = 8;

    private static final int MAX_SECRETS = 64;
    private static final int MAX_DEPTH = 256;
    private static final int MAX_NODES = 40_000;

    private final Node root = new Node();
    private int nodes;

    /** The end of a secret's form is where a rule is set. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);
        private @Nullable String rule;
        /** Whether the form is only a part of the text to redact. */
        private boolean partial;
    }

    /** Returns a matcher for a request's secrets. */
    static RepeatedSecretFinder of(RequestSnapshot request) {
        var matcher = new RepeatedSecretFinder();
        var secrets = secrets(request);
        secrets.forEach(secret -> secret.spellings().forEach(form -> matcher.add(form, secret.rule(), false)));
        secrets.forEach(secret -> secret.base64().forEach(form -> matcher.add(form, secret.rule(), true)));
        return matcher;
    }

    private static List<Secret> secrets(RequestSnapshot request) {
        return Stream.of(headerSecrets(request), cookieSecrets(request), parameterSecrets(request))
                .flatMap(secrets -> secrets)
                .filter(secret -> secret.value().length() >= MIN_LENGTH)
                .distinct()
                .limit(MAX_SECRETS)
                .toList();
    }

    private static Stream<Secret> headerSecrets(RequestSnapshot request) {
        return request.headers().all().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Cookie"))
                .flatMap(header -> SecretNames.wordIn(header.getKey()).stream()
                        .flatMap(word -> header.getValue().stream().flatMap(line -> credentials(word, line.strip()))));
    }

    /** Returns the line, and its parts without the authentication scheme (RFC 9110, section 11.4). */
    private static Stream<Secret> credentials(String word, String line) {
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

    private static Stream<Secret> cookieSecrets(RequestSnapshot request) {
        return request.cookies().stream().flatMap(cookie -> {
            var value = cookie.value().replaceAll("^\"|\"$", "");
            return SecretNames.wordIn(cookie.name())
                    .or(() -> looksRandom(value) ? Optional.of("cookie") : Optional.empty())
                    .map(word -> new Secret(word, value))
                    .stream();
        });
    }

    private static boolean looksRandom(String value) {
        return value.length() >= MIN_COOKIE_LENGTH
                && value.chars().anyMatch(Character::isDigit)
                && value.chars().anyMatch(Character::isLetter);
    }

    private static Stream<Secret> parameterSecrets(RequestSnapshot request) {
        return Stream.of(request.parameters(), request.details().form())
                .flatMap(List<NamedValue>::stream)
                .flatMap(parameter ->
                        SecretNames.wordIn(parameter.name()).map(word -> new Secret(word, parameter.value())).stream());
    }

    private void add(String form, String rule, boolean partial) {
        var node = root;
        int depth = Math.min(form.length(), MAX_DEPTH);
        if (nodes + depth > MAX_NODES) {
            return;
        }
        for (int i = 0; i < depth; i++) {
            node = node.next.computeIfAbsent(form.charAt(i), c -> new Node());
        }
        nodes += depth;
        if (node.rule == null) {
            node.rule = rule;
            node.partial = partial || form.length() > MAX_DEPTH;
        }
    }

    /** Returns the text with every secret replaced by a mark; the operator redacts the rest. */
    String redact(String text, UnaryOperator<String> rest) {
        if (root.next.isEmpty()) {
            return rest.apply(text);
        }
        var marked = rest.apply(markSecrets(text.replace(BEGIN, '\uFFFD').replace(END, '\uFFFD')));
        return marked.replace(String.valueOf(BEGIN), "[hidden: ").replace(END, ']');
    }

    private String markSecrets(String text) {
        var shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            @Nullable Node secret = null;
            int end = at;
            var node = root.next.get(text.charAt(at));
            for (int i = at + 1; node != null; i++) {
                if (node.rule != null) {
                    secret = node;
                    end = i;
                }
                node = i < text.length() ? node.next.get(text.charAt(i)) : null;
            }
            if (secret == null) {
                shown.append(text.charAt(at++));
            } else {
                at = secret.partial ? removeAdjoining(text, end, shown) : end;
                shown.append(BEGIN).append(secret.rule).append(END);
            }
        }
        return shown.toString();
    }

    /** Removes the base64 characters around a match, which show a secret's edges and length; returns their end. */
    private static int removeAdjoining(String text, int matchEnd, StringBuilder shown) {
        int begin = shown.length();
        while (begin > 0 && isBase64(shown.charAt(begin - 1))) {
            begin--;
        }
        shown.setLength(begin);
        int end = matchEnd;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/=_-".indexOf(c) >= 0;
    }

    /** A secret value, and the word in its name that makes it secret. */
    private record Secret(String rule, String value) {

        private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

        /** Returns the value verbatim and escaped for URLs and JSON. */
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

        /** Returns the base64 characters that don't depend on the text around the value, for each of three offsets. */
        List<String> base64() {
            var forms = new ArrayList<String>();
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            for (int offset = 0; offset < 3; offset++) {
                var shifted = new byte[offset + bytes.length];
                System.arraycopy(bytes, 0, shifted, offset, bytes.length);
                // Three bytes are four characters; those at the edges also depend on the neighbours.
                int from = offset == 0 ? 0 : offset + 1;
                int to = shifted.length * 8 / 6;
                forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
                forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
            }
            return forms.stream().distinct().toList();
        }
    }
}
