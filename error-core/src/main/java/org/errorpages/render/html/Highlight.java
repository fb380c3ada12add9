package org.errorpages.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.Shipped;

/**
 * Colours the lines of a source of Java, Kotlin, Groovy or Scala, one after the other: a comment or a text block goes on
 * in the next line.
 *
 * <p>A text block or comment that begins before the first line is not known of.
 */
final class Highlight {

    /**
     * A piece of a line.
     *
     * @param kind what it is, such as {@code keyword}, or the empty string for nothing of note
     * @param text its characters
     */
    record Token(String kind, String text) {

        Token {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(text);
        }
    }

    /** Possessive, or with one way to match only: the time grows with the length of the line. */
    private static final Pattern NEXT = Pattern.compile("(?<comment>//.*+|/\\*)|(?<block>\"\"\")"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?+|'(?:[^'\\\\]|\\\\.)*+'?+)"
            + "|(?<annotation>@[\\p{L}_$][\\w.$]*+)|(?<literal>\\b\\d[\\w.]*+)|(?<word>[\\p{L}_$][\\p{L}\\w$]*+)");

    /** How a line of a longer comment begins, by custom. */
    private static final Pattern STARRED = Pattern.compile("\\s*+\\*(?:[\\s/]|$)");

    private static final Map<String, String> OPENING = Map.of("/*", "*/", "\"\"\"", "\"\"\"");
    private static final Map<String, Set<String>> KEYWORDS = keywords();
    private static final List<String> KINDS = List.of("comment", "string", "annotation", "literal");

    private final Set<String> keywords;

    /** What ends that in which the last line ended: a comment, a text block, or the empty string for neither. */
    private String open = "";

    /** Creates what colours the lines of a file; one of an unknown language has no keywords. */
    Highlight(String file) {
        this.keywords = KEYWORDS.getOrDefault(file.substring(file.lastIndexOf('.') + 1), Set.of());
    }

    /** Returns the pieces of the next line; together they are the line. */
    List<Token> tokens(String line) {
        if (open.isEmpty() && STARRED.matcher(line).lookingAt()) {
            open = "*/";
        }
        var tokens = new ArrayList<Token>();
        int from = open.isEmpty() ? 0 : rest(line, 0, 0, tokens);
        var next = NEXT.matcher(line);
        while (from < line.length() && next.find(from)) {
            tokens.add(new Token("", line.substring(from, next.start())));
            var found = next.group();
            if (OPENING.containsKey(found)) {
                open = OPENING.getOrDefault(found, "");
                from = rest(line, next.start(), found.length(), tokens);
            } else {
                tokens.add(new Token(kind(next), found));
                from = next.end();
            }
        }
        tokens.add(new Token("", line.substring(from)));
        return merged(tokens);
    }

    /** Takes what belongs to an open comment or text block; returns where the code goes on. */
    private int rest(String line, int from, int opening, List<Token> tokens) {
        var kind = open.equals("*/") ? "comment" : "string";
        int close = line.indexOf(open, from + opening);
        int end = close < 0 ? line.length() : close + open.length();
        tokens.add(new Token(kind, line.substring(from, end)));
        open = close < 0 ? open : "";
        return end;
    }

    private String kind(Matcher next) {
        if (next.group("word") != null) {
            return keywords.contains(next.group()) ? "keyword" : "";
        }
        return KINDS.stream()
                .filter(kind -> next.group(kind) != null)
                .findFirst()
                .orElse("");
    }

    /** Fewer pieces make a smaller page. */
    private static List<Token> merged(List<Token> tokens) {
        var merged = new ArrayList<Token>();
        for (var token : tokens) {
            if (token.text().isEmpty()) {
                continue;
            }
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).kind().equals(token.kind())) {
                merged.set(last, new Token(token.kind(), merged.get(last).text() + token.text()));
            } else {
                merged.add(token);
            }
        }
        return merged;
    }

    private static Map<String, Set<String>> keywords() {
        return Shipped.table(Highlight.class, "keywords.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, words -> Set.of(words.getValue().split(" +"))));
    }
}
