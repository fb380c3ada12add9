package org.errorpages.source;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.SafeText;
import org.errorpages.resource.ClasspathResource;

/**
 * A link with placeholders.
 *
 * @param text the link: an allowed scheme, printable ASCII, and known placeholders of which one tells the file
 */
public record EditorTemplate(String text) {

    /** Where the number of a line belongs. */
    static final String LINE = "{line}";

    private static final Map<String, String> NAMED = read();
    private static final Set<String> SCHEMES = schemes();

    /** Where an IDE of JetBrains listens on the developer's own machine. */
    private static final String LOCAL = "http://localhost:63342/";

    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(file|relative|class|line|column)}");
    private static final Pattern LITERAL = Pattern.compile("[!#-;=?-\\[\\]_a-z~]*");

    /** @throws IllegalArgumentException if the link is not allowed */
    public EditorTemplate {
        if (!isAllowed(text)) {
            throw refusal(text);
        }
    }

    /**
     * Returns the template of an editor's name, or that itself.
     *
     * @throws IllegalArgumentException if it is neither a known name nor an allowed template
     */
    static EditorTemplate of(String nameOrTemplate) {
        return new EditorTemplate(NAMED.getOrDefault(nameOrTemplate, nameOrTemplate));
    }

    private static boolean isAllowed(String text) {
        var scheme = SCHEME.matcher(text);
        boolean known = scheme.find() && SCHEMES.contains(scheme.group(1));
        return known
                && (!text.startsWith("http") || text.startsWith(LOCAL))
                && LITERAL.matcher(PLACEHOLDER.matcher(text).replaceAll("")).matches()
                && (text.contains("{file}") || text.contains("{relative}") || text.contains("{class}"));
    }

    private static IllegalArgumentException refusal(String text) {
        return new IllegalArgumentException("editor = '" + SafeText.line(text, RedactedField.MAX_NAME)
                + "' is not allowed; allowed: " + String.join(", ", NAMED.keySet())
                + ", or a link with {file}, {relative} or {class} and perhaps {line} and {column}, of which the scheme"
                + " is one of "
                + String.join(", ", SCHEMES) + "; http only for " + LOCAL);
    }

    /** Returns the link with the placeholders filled. */
    String filled(UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> value(found, values));
    }

    private static String value(MatchResult found, UnaryOperator<String> values) {
        return Matcher.quoteReplacement(values.apply(found.group(1)));
    }

    private static Map<String, String> read() {
        return new TreeMap<>(ClasspathResource.table(EditorTemplate.class, "editors.properties"));
    }

    private static Set<String> schemes() {
        var schemes = new TreeSet<String>();
        NAMED.values().forEach(link -> schemes.add(link.substring(0, link.indexOf(':'))));
        return schemes;
    }
}
