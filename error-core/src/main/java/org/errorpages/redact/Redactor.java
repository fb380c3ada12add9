package org.errorpages.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.resource.ClasspathResource;

/**
 * Hides secrets where a foreign string enters a report, so that no form has to.
 *
 * <p>By name: the value of a header, parameter or cookie whose name is in {@code secret-names.txt}, and the same value
 * wherever else it stands. By look: what is recognised as a secret inside any text. A hidden value leaves neither its
 * characters nor its length.
 */
public final class Redactor {

    private static final Pattern MARK = Pattern.compile("\\[hidden: ([a-z ]{1,30})\\]");

    private final SecretNames names;
    private final RequestSecretMatcher known;

    /** The number of hidden values by rule. */
    private final Map<String, Integer> counts = new TreeMap<>();

    private Redactor(SecretNames names, RequestSecretMatcher known) {
        this.names = names;
        this.known = known;
    }

    /** Returns what hides the secrets of no request in particular. */
    public static Redactor standard() {
        var names = SecretNames.parse(ClasspathResource.text(Redactor.class, "secret-names.txt"));
        return new Redactor(names, RequestSecretMatcher.none());
    }

    /** Returns what hides the secrets in one report about a request, and counts them. */
    public Redactor of(RequestSnapshot request) {
        return new Redactor(names, RequestSecretMatcher.of(request, names));
    }

    /** Returns what hides the same and counts apart: for texts that repeat what is told elsewhere. */
    public Redactor apart() {
        return new Redactor(names, known);
    }

    /** Returns the number of hidden values for each rule, ordered by rule. */
    public List<RedactionCount> receipt() {
        return counts.entrySet().stream()
                .map(count -> new RedactionCount(count.getKey(), count.getValue()))
                .toList();
    }

    /** Returns the value of a name, or the rule that hides it. */
    public RedactedField field(String name, String value, int maxLength) {
        return names.wordIn(name).map(word -> hidden(name, word)).orElseGet(() -> plain(name, value, maxLength));
    }

    /** Returns the value of a name that makes no secret of it, without what looks like one. */
    public RedactedField plain(String name, String value, int maxLength) {
        return new RedactedField(shownName(name), SafeText.line(text(value), maxLength), null);
    }

    /** Returns the value of a name where that is a query. */
    public RedactedField queryField(String name, String query, int maxLength) {
        return new RedactedField(shownName(name), SafeText.line(query(query), maxLength), null);
    }

    /** Returns the name of a value that a rule hides. */
    public RedactedField hidden(String name, String rule) {
        count(rule);
        return new RedactedField(shownName(name), "", rule);
    }

    private String shownName(String name) {
        return SafeText.line(text(name), RedactedField.MAX_NAME);
    }

    /** Returns what is shown in place of a value that a rule hides. */
    public String mark(String rule, boolean counts) {
        if (counts) {
            count(rule);
        }
        return "[hidden: " + rule + "]";
    }

    /** Returns whether a name says that its value is secret. */
    public boolean isSecret(String name) {
        return names.wordIn(name).isPresent();
    }

    /** Returns the query with the values of secret parameters hidden. */
    public String query(String query) {
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
    public String text(String text) {
        var shown = known.hide(text, SecretPattern::hideAll);
        if (!shown.equals(text)) {
            marks(shown).forEach(this::count);
            // Marks that the text came with hide nothing.
            marks(text).forEach(rule -> counts.computeIfPresent(rule, (key, count) -> count > 1 ? count - 1 : null));
        }
        return shown;
    }

    private static Stream<String> marks(String text) {
        return MARK.matcher(text).results().map(mark -> mark.group(1));
    }

    private void count(String rule) {
        counts.merge(rule, 1, Integer::sum);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }
}
