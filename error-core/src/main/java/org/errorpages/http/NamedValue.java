package org.errorpages.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A name and a value that a client sent: a parameter or a cookie. */
public record NamedValue(String name, String value) {

    private static final int MAX_VALUES = 200;

    public NamedValue {
        Objects.requireNonNull(name);
        Objects.requireNonNull(value);
    }

    /** Returns the parameters of a query, decoded; malformed ones stay encoded. At most 200 are read. */
    public static List<NamedValue> ofQuery(@Nullable String query) {
        return query == null
                ? List.of()
                : Stream.of(query.split("&", MAX_VALUES + 1))
                        .limit(MAX_VALUES)
                        .filter(parameter -> !parameter.isEmpty())
                        .map(NamedValue::of)
                        .map(parameter -> new NamedValue(decoded(parameter.name), decoded(parameter.value)))
                        .toList();
    }

    /** Returns the cookies in the lines of a Cookie header (RFC 6265, section 4.2.1). At most 200 are read. */
    public static List<NamedValue> ofCookies(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(";", MAX_VALUES + 1)))
                .limit(MAX_VALUES)
                .map(String::strip)
                .filter(cookie -> !cookie.isEmpty())
                .map(NamedValue::of)
                .toList();
    }

    private static NamedValue of(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new NamedValue(pair, "")
                : new NamedValue(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
