package org.errorpages.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.resource.ClasspathResource;

/**
 * Redacts secrets where a foreign string enters a report. Not thread-safe.
 *
 * <p>By name: the value of a header, parameter or cookie whose name matches {@code secret-names.txt}, and every repetition
 * of that value. By pattern: text that matches {@code secret-patterns.txt}. A redacted value shows neither its characters
 * nor its length.
 */
public final class Redactor {

    private static final Pattern MARK = Pattern.compile("\\[hidden: ([a-z ]{1,30})\\]");

    private final SecretNames names;
    private final RequestSecretMatcher requestSecrets;

    /** The number of redacted values by rule. */
    private final Map<String, Integer> counts = new TreeMap<>();

    private Redactor(SecretNames names, RequestSecretMatcher requestSecrets) {
        this.names = names;
        this.requestSecrets = requestSecrets;
    }

    /** Returns a redactor that knows no request. */
    public static Redactor standard() {
        var names = SecretNames.parse(ClasspathResource.text(Redactor.class, "secret-names.txt"));
        return new Redactor(names, new RequestSecretMatcher());
    }

    /** Returns a redactor with counts at zero that also redacts the secrets of the request. */
    public Redactor forRequest(RequestSnapshot request) {
        return new Redactor(names, RequestSecretMatcher.of(request, names::wordIn));
    }

    /** Returns a redactor with the same secrets and counts at zero, for text that the report repeats. */
    public Redactor withNewCounts() {
        return new Redactor(names, requestSecrets);
    }

    /** Returns the number of redacted values per rule, ordered by rule. */
    public List<RedactionCount> counts() {
        return counts.entrySet().stream()
                .map(count -> new RedactionCount(count.getKey(), count.getValue()))
                .toList();
    }

    /** Returns the field with its value redacted if its name is secret. */
    public RedactedField redactField(String name, String value, int maxLength) {
        return names.wordIn(name)
                .map(word -> hiddenField(name, word))
                .orElseGet(() -> redactFieldValue(name, value, maxLength));
    }

    /** Returns the field without the secrets inside its value; the name doesn't matter. */
    public RedactedField redactFieldValue(String name, String value, int maxLength) {
        return shown(name, redact(value), maxLength);
    }

    /** Returns the field, with the secret parameters of its value redacted. */
    public RedactedField redactQueryField(String name, String query, int maxLength) {
        return shown(name, redactQuery(query), maxLength);
    }

    private RedactedField shown(String name, String redacted, int maxLength) {
        return new RedactedField(redactedName(name), SafeText.line(redacted, maxLength), null);
    }

    /** Returns a field whose whole value the rule redacts. */
    public RedactedField hiddenField(String name, String rule) {
        count(rule);
        return new RedactedField(redactedName(name), "", rule);
    }

    private String redactedName(String name) {
        return SafeText.line(redact(name), RedactedField.MAX_NAME);
    }

    /** Returns the mark that replaces a redacted value, and counts the value if wanted. */
    public String mark(String rule, boolean counts) {
        if (counts) {
            count(rule);
        }
        return "[hidden: " + rule + "]";
    }

    /** Returns whether a name contains a word for secrets. */
    public boolean isSecret(String name) {
        return names.wordIn(name).isPresent();
    }

    /** Returns the query with the values of secret parameters redacted. */
    public String redactQuery(String query) {
        var shown = new StringBuilder();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var word = equals < 0 ? Optional.<String>empty() : names.wordIn(decode(parameter.substring(0, equals)));
            shown.append(shown.length() == 0 ? "" : "&");
            shown.append(word.map(rule -> redact(parameter.substring(0, equals)) + "=" + mark(rule, true))
                    .orElseGet(() -> redact(parameter)));
        }
        return shown.toString();
    }

    /** Returns the text with secrets redacted. */
    public String redact(String text) {
        var shown = requestSecrets.redact(text, SecretPattern::redactAll);
        if (!shown.equals(text)) {
            marks(shown).forEach(this::count);
            // A mark in the original text redacts nothing.
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

    private static String decode(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    /**
     * Recognises names of headers, parameters and cookies whose values are secret.
     *
     * @param anywhere words that match anywhere in a name
     * @param whole words that match a whole word of the name only: {@code ssn} is not in {@code className}
     */
    private record SecretNames(List<String> anywhere, Set<String> whole) {

        /** A shorter word is often a part of an ordinary one. */
        private static final int MIN_LENGTH_ANYWHERE = 5;

        private static final Pattern CAMEL_CASE_BOUNDARY =
                Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

        private static final Pattern NON_LETTERS = Pattern.compile("[^a-z]+");

        /** Parses a file with one word per line. */
        static SecretNames parse(String file) {
            var words = file.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.partitioningBy(word -> word.length() >= MIN_LENGTH_ANYWHERE));
            return new SecretNames(
                    words.getOrDefault(true, List.of()), Set.copyOf(words.getOrDefault(false, List.of())));
        }

        /** Returns the word that makes a name secret. */
        Optional<String> wordIn(String name) {
            var letters = NON_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
            for (var word : anywhere) {
                if (letters.contains(word)) {
                    return Optional.of(word);
                }
            }
            // Splitting a name is slow, and few names need it.
            return whole.stream().anyMatch(letters::contains) ? wholeWordIn(name) : Optional.empty();
        }

        private Optional<String> wholeWordIn(String name) {
            var spaced = CAMEL_CASE_BOUNDARY.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
            return Stream.of(NON_LETTERS.split(spaced, -1))
                    .filter(whole::contains)
                    .findFirst();
        }
    }
}
