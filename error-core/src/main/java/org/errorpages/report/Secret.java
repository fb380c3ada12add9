package org.errorpages.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.errorpages.request.NamedValue;
import org.errorpages.request.RequestFacts;

/**
 * A value that a request itself says is secret, by the name under which it came.
 *
 * @param rule the word for which it is hidden
 * @param value the value
 */
record Secret(String rule, String value) {

    /** What is shorter is an ordinary word or number too often. */
    private static final int SHORTEST = 6;

    /** The value of a cookie without a telling name is taken for a secret only if no word looks like it. */
    private static final int SHORTEST_OF_COOKIE = 8;

    private static final int MAX_SECRETS = 64;

    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    Secret {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(value);
    }

    /** Returns the secrets of a request, in the order in which they came. */
    static List<Secret> of(RequestFacts request, SecretNames names) {
        return Stream.of(ofHeaders(request, names), ofCookies(request, names), ofParameters(request, names))
                .flatMap(secrets -> secrets)
                .filter(secret -> secret.value.length() >= SHORTEST)
                .distinct()
                .limit(MAX_SECRETS)
                .toList();
    }

    private static Stream<Secret> ofHeaders(RequestFacts request, SecretNames names) {
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

    private static Stream<Secret> ofCookies(RequestFacts request, SecretNames names) {
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

    private static Stream<Secret> ofParameters(RequestFacts request, SecretNames names) {
        return Stream.of(request.parameters(), request.details().form())
                .flatMap(List<NamedValue>::stream)
                .flatMap(parameter ->
                        names.wordIn(parameter.name()).map(word -> new Secret(word, parameter.value())).stream());
    }

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
