package org.errorpages.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hides secrets where a foreign string enters a report, so that no form has to.
 *
 * <p>By name: the value of a header, parameter or cookie whose name is in {@code secret-names.txt}. By look: what is
 * recognised as a secret inside any text. A hidden value leaves neither its characters nor its length.
 */
final class Redactor {

    private record Look(String rule, Pattern pattern, String replacement) {
        Look(String rule, String regex) {
            this(rule, Pattern.compile(regex), "[hidden: " + rule + "]");
        }
    }

    private static final String VALUE = "(?:\"[^\"]*\"|'[^']*'|[^\\s&;,\"')\\]}]+)";

    private static final List<Look> LOOKS = List.of(
            new Look("private key", "-----BEGIN [A-Z ]{1,40}-----[^-]*(?:-----END [A-Z ]{1,40}-----)?"),
            new Look("jwt", "\\beyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{4,}+(?:\\.[A-Za-z0-9_-]*+)?"),
            new Look("authorization", "(?i)\\b(?:bearer|basic|digest|negotiate)\\s+[A-Za-z0-9+/._~=-]{6,}+"),
            new Look("userinfo", Pattern.compile("://[^\\s/?#@]{1,512}@"), "://[hidden: userinfo]@"),
            new Look("aws key", "\\bAKIA[0-9A-Z]{16}\\b"),
            new Look("github token", "\\bgh[pousr]_[A-Za-z0-9]{20,}+"),
            new Look(
                    "secret",
                    Pattern.compile("(?i)\\b([a-z0-9_.-]{0,32}(?:passw(?:or)?d|pwd|passphrase|secret|token|api[_-]?key"
                            + "|access[_-]?key|credential|signature))(\\s*[=:]\\s*|\"\\s*:\\s*)" + VALUE),
                    "$1$2[hidden: secret]"));

    private final List<String> names;

    private Redactor(List<String> names) {
        this.names = List.copyOf(names);
    }

    static Redactor standard() {
        try (var in = Objects.requireNonNull(Redactor.class.getResourceAsStream("secret-names.txt"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Redactor(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value of a name, or the rule that hides it. */
    Field field(String name, String value, int maxLength) {
        var shownName = ForeignText.line(name, Field.MAX_NAME);
        return ruleFor(name)
                .map(rule -> new Field(shownName, "", rule))
                .orElseGet(() -> new Field(shownName, ForeignText.line(text(value), maxLength), null));
    }

    /** Returns the query with the values of secret parameters hidden. */
    String query(String query) {
        var shown = new StringBuilder();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var rule = equals < 0 ? Optional.<String>empty() : ruleFor(parameter.substring(0, equals));
            shown.append(shown.length() == 0 ? "" : "&");
            shown.append(
                    rule.isPresent()
                            ? parameter.substring(0, equals + 1) + "[hidden: " + rule.get() + "]"
                            : text(parameter));
        }
        return shown.toString();
    }

    /** Returns the text with all that looks like a secret hidden. */
    String text(String text) {
        var shown = text;
        for (var look : LOOKS) {
            shown = look.pattern().matcher(shown).replaceAll(look.replacement());
        }
        return shown;
    }

    private Optional<String> ruleFor(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
        return names.stream().filter(plain::contains).findFirst();
    }
}
