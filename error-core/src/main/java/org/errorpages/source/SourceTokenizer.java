package org.errorpages.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;

/**
 * Splits Java, Kotlin, Groovy or Scala source lines into tokens.
 *
 * <p>Lines are passed in order, because comments and text blocks may continue on the next line. If one begins before the
 * first line, it's recognised only by a leading asterisk.
 */
public final class SourceTokenizer {

    /**
     * A piece of a line.
     *
     * @param kind {@code comment}, {@code string}, {@code annotation}, {@code literal}, {@code keyword}, or the empty
     *     string for anything else
     */
    public record Token(String kind, String text) {}

    /** Possessive or unambiguous, so that the time is linear in the length of the line. */
    private static final Pattern NEXT = Pattern.compile("(?<comment>//.*+|/\\*)|(?<block>\"\"\")"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"?+|'(?:[^'\\\\]|\\\\.)*+'?+)"
            + "|(?<annotation>@[\\p{L}_$][\\w.$]*+)|(?<literal>\\b\\d[\\w.]*+)|(?<word>[\\p{L}_$][\\p{L}\\w$]*+)");

    /** The usual beginning of a comment's second line. */
    private static final Pattern LEADING_ASTERISK = Pattern.compile("\\s*+\\*(?:[\\s/]|$)");

    private static final String BLOCK = "\"\"\"";
    private static final Map<String, String> OPENING = Map.of("/*", "*/", BLOCK, BLOCK);
    private static final Map<String, Set<String>> KEYWORDS = keywords();
    private static final List<String> KINDS = List.of("comment", "string", "annotation", "literal");

    private final Set<String> keywords;
    private final boolean java;

    /** The end marker of the comment or text block that continues on the next line, or the empty string. */
    private String endMarker = "";

    /** Creates a tokenizer for the language of a file; an unknown one has no keywords. */
    public SourceTokenizer(String file) {
        this.keywords = KEYWORDS.getOrDefault(file.substring(file.lastIndexOf('.') + 1), Set.of());
        this.java = file.endsWith(".java");
    }

    /** Returns whether the next line begins in a comment or a text block. */
    public boolean isOpen() {
        return !endMarker.isEmpty();
    }

    /** Returns whether the next line begins in a text block. */
    public boolean isInTextBlock() {
        return endMarker.equals(BLOCK);
    }

    /** Parses the next line; one without a marker needs no tokens. */
    public void skip(String line) {
        if (isOpen() ? line.contains(endMarker) : line.contains("/*") || line.contains(BLOCK)) {
            tokens(line);
        }
    }

    /** Returns the tokens of the next line; joined, they are the line. */
    public List<Token> tokens(String line) {
        if (endMarker.isEmpty() && LEADING_ASTERISK.matcher(line).lookingAt()) {
            endMarker = "*/";
        }
        var tokens = new ArrayList<Token>();
        int from = endMarker.isEmpty() ? 0 : rest(line, 0, 0, tokens);
        var next = NEXT.matcher(line);
        while (from < line.length() && next.find(from)) {
            add(tokens, "", line.substring(from, next.start()));
            var found = next.group();
            if (OPENING.containsKey(found)) {
                endMarker = OPENING.getOrDefault(found, "");
                from = rest(line, next.start(), found.length(), tokens);
            } else {
                add(tokens, kind(next), found);
                from = next.end();
            }
        }
        add(tokens, "", line.substring(from));
        return tokens;
    }

    /** Adds the rest of a comment or text block, and returns the index of the code after it. */
    private int rest(String line, int from, int opening, List<Token> tokens) {
        var kind = endMarker.equals("*/") ? "comment" : "string";
        int close = line.indexOf(endMarker, from + opening);
        while (java && isInTextBlock() && close > from && line.charAt(close - 1) == '\\') {
            close = line.indexOf(endMarker, close + 1);
        }
        int end = close < 0 ? line.length() : close + endMarker.length();
        add(tokens, kind, line.substring(from, end));
        endMarker = close < 0 ? endMarker : "";
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

    /** Adds a token, or appends it to the previous one of the same kind, for a smaller page. */
    private static void add(List<Token> tokens, String kind, String text) {
        int last = tokens.size() - 1;
        if (last >= 0 && tokens.get(last).kind().equals(kind)) {
            tokens.set(last, new Token(kind, tokens.get(last).text() + text));
        } else if (!text.isEmpty()) {
            tokens.add(new Token(kind, text));
        }
    }

    private static Map<String, Set<String>> keywords() {
        return ClasspathResource.table(SourceTokenizer.class, "keywords.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, words -> Set.of(words.getValue().split(" +"))));
    }
}
