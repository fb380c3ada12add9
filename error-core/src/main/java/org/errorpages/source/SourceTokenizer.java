package org.errorpages.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;

/**
 * Splits the lines of a source in Java, Kotlin, Groovy or Scala into tokens, one line after the other: a comment or a text
 * block goes on in the next line.
 *
 * <p>Of a text block or comment that begins before the first line only the usual asterisks are recognised.
 */
public final class SourceTokenizer {

    /**
     * A piece of a line.
     *
     * @param kind {@code comment}, {@code string}, {@code annotation}, {@code literal}, {@code keyword}, or the empty
     *     string for anything else
     * @param text its characters
     */
    public record Token(String kind, String text) {

        public Token {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(text);
        }
    }

    /** Possessive, or with one way to match only: the time grows with the length of the line. */
    private static final Pattern NEXT = Pattern.compile("(?<comment>//.*+|/\\*)|(?<block>\"\"\")"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?+|'(?:[^'\\\\]|\\\\.)*+'?+)"
            + "|(?<annotation>@[\\p{L}_$][\\w.$]*+)|(?<literal>\\b\\d[\\w.]*+)|(?<word>[\\p{L}_$][\\p{L}\\w$]*+)");

    /** The usual beginning of a line in a longer comment. */
    private static final Pattern STARRED = Pattern.compile("\\s*+\\*(?:[\\s/]|$)");

    private static final String BLOCK = "\"\"\"";
    private static final Map<String, String> OPENING = Map.of("/*", "*/", BLOCK, BLOCK);
    private static final Map<String, Set<String>> KEYWORDS = keywords();
    private static final List<String> KINDS = List.of("comment", "string", "annotation", "literal");

    private final Set<String> keywords;
    private final boolean java;

    /** The end of the comment or text block that goes on in the next line, or the empty string. */
    private String open = "";

    /** Creates a tokenizer for a file; an unknown language has no keywords. */
    public SourceTokenizer(String file) {
        this.keywords = KEYWORDS.getOrDefault(file.substring(file.lastIndexOf('.') + 1), Set.of());
        this.java = file.endsWith(".java");
    }

    /** Returns whether the next line begins in a comment or a text block. */
    public boolean isOpen() {
        return !open.isEmpty();
    }

    /** Returns whether the next line begins in a text block. */
    public boolean isInTextBlock() {
        return open.equals(BLOCK);
    }

    /** Returns whether the next line neither begins nor ends in a comment or text block and has none. */
    public boolean isPlain(String line) {
        return !isOpen() && !line.contains("/*") && !line.contains(BLOCK);
    }

    /** Reads the next line; most lines need no tokens for that. */
    public void skip(String line) {
        if (isOpen() ? line.contains(open) : !isPlain(line)) {
            tokens(line);
        }
    }

    /** Returns the tokens of the next line; together they are the line. */
    public List<Token> tokens(String line) {
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

    /** Adds the rest of an open comment or text block; returns the index at which the code goes on. */
    private int rest(String line, int from, int opening, List<Token> tokens) {
        var kind = open.equals("*/") ? "comment" : "string";
        int close = line.indexOf(open, from + opening);
        while (java && isInTextBlock() && close > from && line.charAt(close - 1) == '\\') {
            close = line.indexOf(open, close + 1);
        }
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

    /** Fewer tokens make a smaller page. */
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
        return ClasspathResource.table(SourceTokenizer.class, "keywords.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, words -> Set.of(words.getValue().split(" +"))));
    }
}
