package org.errorpages.redact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
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

    private final RepeatedSecretFinder requestSecrets;

    /** The number of redacted values by rule. */
    private final Map<String, Integer> counts = new TreeMap<>();

    private Redactor(RepeatedSecretFinder requestSecrets) {
        this.requestSecrets = requestSecrets;
    }

    /**
     * The number of values that one rule redacts in a report.
     *
     * @param rule the rule, such as {@code cookie} or {@code jwt}
     */
    public record RedactionCount(String rule, int count) {

        /** Returns all counts on one line, or the empty string if nothing is redacted. */
        public static String format(List<RedactionCount> counts, Messages messages) {
            int total = counts.stream().mapToInt(RedactionCount::count).sum();
            var rules =
                    counts.stream().map(count -> count.rule + " " + count.count).collect(Collectors.joining(", "));
            return total == 0
                    ? ""
                    : messages.get("dev.receipt", Map.of("count", Integer.toString(total), "rules", rules));
        }
    }

    /** Returns a redactor that knows no request. */
    public static Redactor standard() {
        return new Redactor(new RepeatedSecretFinder());
    }

    /** Returns a redactor with counts at zero that also redacts the secrets of the request. */
    public static Redactor forRequest(RequestSnapshot request) {
        return new Redactor(RepeatedSecretFinder.of(request));
    }

    /** Returns a redactor with the same secrets and counts at zero, for text that the report repeats. */
    public Redactor uncounted() {
        return new Redactor(requestSecrets);
    }

    /** Returns the number of redacted values per rule, ordered by rule. */
    public List<RedactionCount> counts() {
        return counts.entrySet().stream()
                .map(count -> new RedactionCount(count.getKey(), count.getValue()))
                .toList();
    }

    /** Returns the field with its value redacted if its name is secret. */
    public RedactedField redactField(String name, String value, int maxLength) {
        return SecretNames.wordIn(name)
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
        return new RedactedField(redactedName(name), PrintableText.line(redacted, maxLength), null);
    }

    /** Returns a field whose whole value the rule redacts. */
    public RedactedField hiddenField(String name, String rule) {
        count(rule);
        return new RedactedField(redactedName(name), "", rule);
    }

    private String redactedName(String name) {
        return PrintableText.line(redact(name), RedactedField.MAX_NAME);
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
        return SecretNames.wordIn(name).isPresent();
    }

    /** Returns the query with the values of secret parameters redacted. */
    public String redactQuery(String query) {
        var shown = new StringBuilder();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var word =
                    equals < 0 ? Optional.<String>empty() : SecretNames.wordIn(decode(parameter.substring(0, equals)));
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
    record SecretNames(List<String> anywhere, Set<String> whole) {

        /** A shorter word is often a part of an ordinary one. */
        private static final int MIN_LENGTH_ANYWHERE = 5;

        private static final Pattern CAMEL_CASE_BOUNDARY =
                Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

        private static final Pattern NON_LETTERS = Pattern.compile("[^a-z]+");

        private static final SecretNames BUILT_IN = parse(ClasspathResource.text(Redactor.class, "secret-names.txt"));

        /** Parses a file with one word per line. */
        private static SecretNames parse(String file) {
            var words = file.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.partitioningBy(word -> word.length() >= MIN_LENGTH_ANYWHERE));
            return new SecretNames(
                    words.getOrDefault(true, List.of()), Set.copyOf(words.getOrDefault(false, List.of())));
        }

        /** Returns the word that makes a name secret. */
        static Optional<String> wordIn(String name) {
            var letters = NON_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
            return BUILT_IN.anywhere.stream()
                    .filter(letters::contains)
                    .findFirst()
                    .or(() -> BUILT_IN.wholeWordIn(name));
        }

        private Optional<String> wholeWordIn(String name) {
            var spaced = CAMEL_CASE_BOUNDARY.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
            return Stream.of(NON_LETTERS.split(spaced, -1))
                    .filter(whole::contains)
                    .findFirst();
        }
    }

    /**
     * A pattern that finds a secret inside a text, and its replacement.
     *
     * @param pattern the expression; every repetition in it is bounded or possessive
     * @param needles lower-case words; a text without any of them is skipped
     * @param words more such words; a text needs one of these too
     */
    record SecretPattern(Pattern pattern, String replacement, List<String> needles, List<String> words) {

        /** Payment cards have 13 to 19 digits and begin with 2 to 6; a time in milliseconds begins with 1. */
        private static final Pattern CARD_NUMBER =
                Pattern.compile("(?<![\\w.])(?<![A-Za-z0-9]-)[2-6](?:[ -]?[0-9]){12,18}+(?!\\w)(?!-\\w)(?!\\.[0-9])");

        private static final Pattern PART = Pattern.compile("\\$\\{([A-Z_]+)}");

        /** The patterns of {@code secret-patterns.txt}, in the order of their use. */
        static final List<SecretPattern> ALL = parse(ClasspathResource.text(Redactor.class, "secret-patterns.txt"));

        private static List<SecretPattern> parse(String file) {
            var patterns = new ArrayList<SecretPattern>();
            var values = new HashMap<String, String>();
            for (var line : file.replaceAll("\\R +", "").split("\\R", -1)) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var entry = line.split(" = ", 2);
                values.put(
                        entry[0],
                        PART.matcher(entry[1])
                                .replaceAll(part -> Matcher.quoteReplacement(values.getOrDefault(part.group(1), ""))));
                if (entry[0].equals("pattern")) {
                    patterns.add(new SecretPattern(
                            Pattern.compile(values.getOrDefault("pattern", "")),
                            values.getOrDefault("shown", ""),
                            List.of(values.getOrDefault("needles", "").split(" +")),
                            List.of(values.getOrDefault("words", "").split(" +"))));
                    values.remove("words");
                }
            }
            return List.copyOf(patterns);
        }

        /** Returns the text with the matches of all patterns redacted. */
        static String redactAll(String text) {
            var shown = text;
            var lowerCase = text.toLowerCase(Locale.ROOT);
            for (var secret : ALL) {
                if (secret.needles.stream().anyMatch(lowerCase::contains)
                        && secret.words.stream().anyMatch(lowerCase::contains)) {
                    shown = secret.redact(shown);
                }
            }
            return CARD_NUMBER
                    .matcher(shown)
                    .replaceAll(found -> hasCheckDigit(found.group()) ? "[hidden: card number]" : found.group());
        }

        String redact(String text) {
            return pattern.matcher(text).replaceAll(replacement);
        }

        /** Implements ISO/IEC 7812-1. */
        private static boolean hasCheckDigit(String number) {
            var digits = number.replaceAll("[^0-9]", "");
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : 2 * digit;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum % 10 == 0;
        }
    }
}
