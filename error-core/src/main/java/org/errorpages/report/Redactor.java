package org.errorpages.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Hides secrets where a foreign string enters a report, so that no form has to.
 *
 * <p>By name: the value of a header, parameter or cookie whose name is in {@code secret-names.txt}. By look: what is
 * recognised as a secret inside any text. A hidden value leaves neither its characters nor its length.
 */
final class Redactor {

    private final SecretNames names;

    private Redactor(SecretNames names) {
        this.names = names;
    }

    static Redactor standard() {
        try (var in = Objects.requireNonNull(Redactor.class.getResourceAsStream("secret-names.txt"))) {
            return new Redactor(SecretNames.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value of a name, or the rule that hides it. */
    Field field(String name, String value, int maxLength) {
        var shownName = ForeignText.line(name, Field.MAX_NAME);
        return names.wordIn(name)
                .map(word -> new Field(shownName, "", word))
                .orElseGet(() -> new Field(shownName, ForeignText.line(text(value), maxLength), null));
    }

    /** Returns the query with the values of secret parameters hidden. */
    String query(String query) {
        var shown = new StringBuilder();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var word = equals < 0 ? Optional.<String>empty() : names.wordIn(decoded(parameter.substring(0, equals)));
            shown.append(shown.length() == 0 ? "" : "&");
            shown.append(word.map(rule -> parameter.substring(0, equals + 1) + "[hidden: " + rule + "]")
                    .orElseGet(() -> text(parameter)));
        }
        return shown.toString();
    }

    /** Returns the text with all that looks like a secret hidden. */
    String text(String text) {
        var shown = text;
        for (var look : SecretLook.ALL) {
            shown = look.hide(shown);
        }
        return shown;
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
