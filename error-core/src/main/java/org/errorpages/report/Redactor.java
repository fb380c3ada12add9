package org.errorpages.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.errorpages.request.RequestFacts;
import org.errorpages.resource.Shipped;

/**
 * Hides secrets where a foreign string enters a report, so that no form has to.
 *
 * <p>By name: the value of a header, parameter or cookie whose name is in {@code secret-names.txt}, and the same value
 * wherever else it stands. By look: what is recognised as a secret inside any text. A hidden value leaves neither its
 * characters nor its length.
 */
final class Redactor {

    private final SecretNames names;
    private final KnownSecrets known;
    private final Redactions redactions;
    private final Receipt receipt = new Receipt();

    private Redactor(SecretNames names, KnownSecrets known, Redactions redactions) {
        this.names = names;
        this.known = known;
        this.redactions = redactions;
    }

    /** Returns what hides the secrets of no request in particular. */
    static Redactor standard() {
        var names = SecretNames.parse(Shipped.text(Redactor.class, "secret-names.txt"));
        return new Redactor(names, KnownSecrets.of(List.of()), Redactions.none());
    }

    /** Returns what hides the secrets in one report about a request, and counts them. */
    Redactor of(RequestFacts request) {
        return new Redactor(names, KnownSecrets.of(Secret.of(request, names)), Redactions.ofOneReport());
    }

    /** Returns what hides the same and counts apart: for texts that repeat what is told elsewhere. */
    Redactor apart() {
        return new Redactor(names, known, redactions);
    }

    /** Returns how many values have been hidden. */
    List<Hidden> receipt() {
        return receipt.lines();
    }

    /** Returns the value of a name, or the rule that hides it. */
    Field field(String name, String value, int maxLength) {
        return names.wordIn(name).map(word -> hidden(name, word)).orElseGet(() -> plain(name, value, maxLength));
    }

    /** Returns the value of a name that makes no secret of it, without what looks like one. */
    Field plain(String name, String value, int maxLength) {
        return new Field(shownName(name), ForeignText.line(text(value), maxLength), null);
    }

    /** Returns the value of a name where that is a query. */
    Field queryField(String name, String query, int maxLength) {
        return new Field(shownName(name), ForeignText.line(query(query), maxLength), null);
    }

    /** Returns the name of a value that a rule hides. */
    Field hidden(String name, String rule) {
        receipt.add(rule);
        return new Field(shownName(name), "", rule);
    }

    private String shownName(String name) {
        return ForeignText.line(text(name), Field.MAX_NAME);
    }

    /** Returns what is shown in place of a value that a rule hides. */
    String mark(String rule, boolean counts) {
        if (counts) {
            receipt.add(rule);
        }
        return "[hidden: " + rule + "]";
    }

    /** Returns whether a name says that its value is secret. */
    boolean isSecret(String name) {
        return names.wordIn(name).isPresent();
    }

    /** Returns the query with the values of secret parameters hidden. */
    String query(String query) {
        var shown = new StringBuilder();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var word = equals < 0 ? Optional.<String>empty() : names.wordIn(decoded(parameter.substring(0, equals)));
            shown.append(shown.length() == 0 ? "" : "&");
            shown.append(word.map(rule -> text(parameter.substring(0, equals)) + "=" + mark(rule, true))
                    .orElseGet(() -> text(parameter)));
        }
        return shown.toString();
    }

    /** Returns the text with all that looks like a secret hidden. */
    String text(String text) {
        var shown = redactions.of(text, whole -> known.hide(whole, Redactor::withoutLooks));
        receipt.add(text, shown);
        return shown;
    }

    private static String withoutLooks(String text) {
        return CardNumbers.hide(SecretLook.hideAll(text));
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
