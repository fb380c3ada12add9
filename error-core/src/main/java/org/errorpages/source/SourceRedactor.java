package org.errorpages.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the lines of one source file, in order.
 *
 * <p>Each line is redacted like any other text. In Java, code stays readable: after a secret name only literals are
 * redacted, up to the end of the statement. Secrets that span lines are redacted line by line: PEM keys, text blocks, and
 * values below their name.
 */
public final class SourceRedactor {

    /** Noncharacters that replace the sign after a secret name if the value is code, which must not be redacted. */
    private static final char EQUALS = '\uFDD2';

    private static final char COLON = '\uFDD3';

    private static final String BLOCK = "\"\"\"";

    /** The end of a statement, or the name in an assignment. */
    private static final Pattern IN_CODE =
            Pattern.compile(";|(?<![\\w.-])(?<name>[\\w.-]{1,100}+)\\s{0,20}+\\+?=(?!=)");

    /** A name at the end of a literal or before a placeholder: its value is another literal. */
    private static final Pattern IN_LITERAL = Pattern.compile("(?<name>[\\w.-]{1,100}+)\\s{0,20}+[=:](?=\\s{0,20}+"
            + "(?:$|(?:\\{\\w{0,20}+}|%[sdxn])(?:$|[\\s,;&)\\]'\"])))");

    private static final Pattern KEY_BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}-----");
    private static final Pattern KEY_END = Pattern.compile("-----END [A-Z0-9 ]{1,40}-----");

    /** The maximum number of lines in a PEM key. */
    private static final int MAX_LINES = 200;

    private static final int MIN_NUMBER_LENGTH = 3;

    private final Redactor redactor;
    private final SourceTokenizer tokenizer;
    private final boolean java;

    /** Whether literals belong to the value of a secret name. */
    private boolean inSecret;

    /** Whether the previous line ended between name and value. */
    private boolean valueExpected;

    /** The number of lines that a PEM key may still have, or 0 outside a key. */
    private int keyLines;

    /** Whether the previous line was redacted as a whole. */
    private boolean lineHidden;

    public SourceRedactor(Redactor redactor, String file) {
        this.redactor = redactor;
        this.tokenizer = new SourceTokenizer(file);
        this.java = file.endsWith(".java");
    }

    /**
     * Returns the redacted lines from an index on; the lines before it are parsed only.
     *
     * @param counted the indexes of lines whose secrets are already counted; those of the returned lines are added
     */
    public List<String> redact(List<String> source, int first, Set<Integer> counted) {
        for (int i = 0; i < Math.min(first, source.size()); i++) {
            if (first - i <= MAX_LINES) {
                read(source.get(i), redactor.uncounted());
            } else {
                tokenizer.skip(source.get(i));
            }
        }
        var shown = new ArrayList<String>();
        for (int i = first; i < source.size(); i++) {
            var counter = counted.add(i) ? redactor : redactor.uncounted();
            shown.add(show(source.get(i), read(source.get(i), counter), counter));
        }
        return shown;
    }

    /**
     * A parsed line.
     *
     * @param text the line, with secret literals redacted and the signs after secret names replaced
     * @param rule the rule that redacts the whole line, or null
     */
    private record Line(String text, @Nullable String rule) {}

    private Line read(String line, Redactor counter) {
        boolean inKey = keyLines > 0;
        boolean inBlock = tokenizer.isInTextBlock();
        boolean code = java && !tokenizer.isOpen() && !isUnparsable(line);
        inSecret &= java || inBlock || valueExpected || line.stripLeading().startsWith("+");
        inSecret |= inKey && code;
        boolean secret = inSecret && !code && (inBlock || !tokenizer.isOpen());
        var text = textOf(line, counter, code);
        valueExpected = line.stripTrailing().endsWith("=");
        keyLines = keyLines(line);
        return new Line(text, inKey && !code ? "private key" : secret ? "secret" : null);
    }

    private String show(String line, Line read, Redactor counter) {
        boolean continued = lineHidden;
        lineHidden = read.rule() != null;
        return read.rule() == null
                ? counter.redact(read.text()).replace(EQUALS, '=').replace(COLON, ':')
                : hide(line, counter.mark(read.rule(), !continued));
    }

    /** Returns whether a line isn't parsed: Unicode escapes could be the quotes of a literal. */
    private static boolean isUnparsable(String line) {
        return line.contains("\\u") || line.indexOf(EQUALS) >= 0 || line.indexOf(COLON) >= 0;
    }

    private int keyLines(String line) {
        if (keyLines > 0) {
            return KEY_END.matcher(line).find() ? 0 : keyLines - 1;
        }
        boolean begins = line.contains("-----BEGIN ")
                && KEY_BEGIN.matcher(line).find()
                && !KEY_END.matcher(line).find();
        return begins ? MAX_LINES : 0;
    }

    private String textOf(String line, Redactor counter, boolean code) {
        var shown = new StringBuilder();
        for (var token : tokenizer.tokens(line)) {
            var text = token.text();
            switch (token.kind()) {
                case "comment" -> shown.append(text);
                case "string" -> shown.append(literal(text, counter, code));
                case "literal" -> {
                    boolean isSecret = code && inSecret && text.length() >= MIN_NUMBER_LENGTH;
                    shown.append(isSecret ? counter.mark("secret", true) : text);
                }
                default -> shown.append(replace(IN_CODE, text));
            }
        }
        return code ? shown.toString() : line;
    }

    private String literal(String text, Redactor counter, boolean code) {
        var quote = text.startsWith(BLOCK) ? BLOCK : text.substring(0, 1);
        boolean closed = text.length() > quote.length() && text.endsWith(quote);
        var inside = text.substring(quote.length(), text.length() - (closed ? quote.length() : 0));
        boolean isSecret = code && inSecret && !inside.isEmpty();
        var shown = isSecret ? counter.mark("secret", true) : replace(IN_LITERAL, inside);
        return quote + shown + (closed ? quote : "");
    }

    private String replace(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(assign(found)));
    }

    private String assign(MatchResult found) {
        var all = found.group();
        if (all.equals(";")) {
            inSecret = false;
        } else if (redactor.isSecret(found.group(1))) {
            inSecret = true;
            return all.substring(0, all.length() - 1) + (all.endsWith("=") ? EQUALS : COLON);
        }
        return all;
    }

    private String hide(String line, String mark) {
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var end = KEY_END.matcher(line);
        var rest = end.find() ? redactor.uncounted().redact(line.substring(end.end())) : "";
        return indent + mark + (rest.isEmpty() && line.stripTrailing().endsWith(";") ? ";" : rest);
    }
}
