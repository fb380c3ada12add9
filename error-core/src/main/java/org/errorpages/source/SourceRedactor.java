package org.errorpages.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.errorpages.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the lines of one source file.
 *
 * <p>A line is redacted like any other text. In Java, names of variables and methods stay readable where a secret is
 * assigned or named: literals up to the end of the statement are hidden instead. Secrets that span lines are hidden line by
 * line: keys in PEM, text blocks, and values that begin or go on below the name.
 */
public final class SourceRedactor {

    /** Replace the signs behind a secret name whose value is code, so that the code is not redacted; noncharacters. */
    private static final char EQUALS = '\uFDD2';

    private static final char COLON = '\uFDD3';

    private static final String BLOCK = "\"\"\"";

    /** The end of a statement, or a name to which something is assigned. */
    private static final Pattern IN_CODE =
            Pattern.compile(";|(?<![\\w.-])(?<name>[\\w.-]{1,100}+)\\s{0,20}+\\+?=(?!=)");

    /** A name in a literal whose value is another literal, or replaces a placeholder. */
    private static final Pattern IN_LITERAL = Pattern.compile("(?<name>[\\w.-]{1,100}+)\\s{0,20}+[=:](?=\\s{0,20}+"
            + "(?:$|(?:\\{\\w{0,20}+}|%[sdxn])(?:$|[\\s,;&)\\]'\"])))");

    private static final Pattern BEGIN_OF_KEY = Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}-----");
    private static final Pattern END_OF_KEY = Pattern.compile("-----END [A-Z0-9 ]{1,40}-----");

    /** No secret has more lines than this; a longer one only looked like the beginning of a secret. */
    private static final int MAX_LINES = 200;

    private static final int SHORTEST_NUMBER = 3;

    private final Redactor redactor;
    private final SourceTokenizer tokenizer;
    private final boolean java;

    /** Whether the value of a secret name follows. */
    private boolean assigned;

    /** Whether the last line ended before that value. */
    private boolean valueExpected;

    /** The number of lines for which a key in PEM may still go on. */
    private int linesOfKey;

    /** Whether the last line was hidden as a whole. */
    private boolean hidden;

    public SourceRedactor(Redactor redactor, String file) {
        this.redactor = redactor;
        this.tokenizer = new SourceTokenizer(file);
        this.java = file.endsWith(".java");
    }

    /**
     * Returns the redacted lines from the first one on; those before it decide what goes on in it.
     *
     * @param counted the indexes of lines whose secrets are counted already; those of the returned lines are added
     */
    public List<String> redact(List<String> source, int first, Set<Integer> counted) {
        for (int i = 0; i < Math.min(first, source.size()); i++) {
            skip(source.get(i), first - i <= MAX_LINES);
        }
        var shown = new ArrayList<String>();
        for (int i = first; i < source.size(); i++) {
            var counting = counted.add(i) ? redactor : redactor.apart();
            shown.add(show(source.get(i), read(source.get(i), counting), counting));
        }
        return shown;
    }

    /** Reads a line that is not shown, if it may change how a later one is shown: few do. */
    private void skip(String line, boolean near) {
        if (!near) {
            tokenizer.skip(line);
        } else if (linesOfKey > 0 || !tokenizer.isPlain(line) || line.contains("-----BEGIN ")) {
            read(line, redactor.apart());
        } else if (line.stripTrailing().endsWith(";") && !line.contains("//")) {
            assigned = false;
        } else if (assigned || mayNameSecret(line)) {
            read(line, redactor.apart());
        }
    }

    private boolean mayNameSecret(String line) {
        return (line.indexOf('=') >= 0 || line.indexOf(':') >= 0) && redactor.isSecret(line);
    }

    /**
     * A line as far as its code is concerned.
     *
     * @param text the line, with secret literals hidden and the signs behind secret names replaced
     * @param rule the rule that hides the whole line, or null
     */
    private record Line(String text, @Nullable String rule) {}

    private Line read(String line, Redactor counting) {
        boolean inKey = linesOfKey > 0;
        boolean inBlock = tokenizer.isInTextBlock();
        boolean code = java && !tokenizer.isOpen() && !isForeign(line);
        assigned &= java || inBlock || valueExpected || line.stripLeading().startsWith("+");
        assigned |= inKey && code;
        boolean secret = assigned && !code && (inBlock || !tokenizer.isOpen());
        var text = text(line, counting, code);
        valueExpected = line.stripTrailing().endsWith("=");
        linesOfKey = linesOfKey(line);
        return new Line(text, inKey && !code ? "private key" : secret ? "secret" : null);
    }

    private String show(String line, Line read, Redactor counting) {
        boolean goesOn = hidden;
        hidden = read.rule() != null;
        return read.rule() == null
                ? counting.text(read.text()).replace(EQUALS, '=').replace(COLON, ':')
                : hide(line, counting.mark(read.rule(), !goesOn));
    }

    /** Escapes of the compiler could hide the quotes of a literal. */
    private static boolean isForeign(String line) {
        return line.contains("\\u") || line.indexOf(EQUALS) >= 0 || line.indexOf(COLON) >= 0;
    }

    private int linesOfKey(String line) {
        if (linesOfKey > 0) {
            return END_OF_KEY.matcher(line).find() ? 0 : linesOfKey - 1;
        }
        boolean begins = line.contains("-----BEGIN ")
                && BEGIN_OF_KEY.matcher(line).find()
                && !END_OF_KEY.matcher(line).find();
        return begins ? MAX_LINES : 0;
    }

    private String text(String line, Redactor counting, boolean code) {
        var shown = new StringBuilder();
        for (var token : tokenizer.tokens(line)) {
            var text = token.text();
            switch (token.kind()) {
                case "comment" -> shown.append(text);
                case "string" -> shown.append(literal(text, counting, code));
                case "literal" -> {
                    boolean hides = code && assigned && text.length() >= SHORTEST_NUMBER;
                    shown.append(hides ? counting.mark("secret", true) : text);
                }
                default -> shown.append(replace(IN_CODE, text));
            }
        }
        return code ? shown.toString() : line;
    }

    private String literal(String text, Redactor counting, boolean code) {
        var quote = text.startsWith(BLOCK) ? BLOCK : text.substring(0, 1);
        boolean closed = text.length() > quote.length() && text.endsWith(quote);
        var inside = text.substring(quote.length(), text.length() - (closed ? quote.length() : 0));
        boolean hides = code && assigned && !inside.isEmpty();
        var shown = hides ? counting.mark("secret", true) : replace(IN_LITERAL, inside);
        return quote + shown + (closed ? quote : "");
    }

    private String replace(Pattern pattern, String text) {
        Function<MatchResult, String> replacement = found -> Matcher.quoteReplacement(assign(found));
        return pattern.matcher(text).replaceAll(replacement);
    }

    private String assign(MatchResult found) {
        var all = found.group();
        if (all.equals(";")) {
            assigned = false;
        } else if (redactor.isSecret(found.group(1))) {
            assigned = true;
            return all.substring(0, all.length() - 1) + (all.endsWith("=") ? EQUALS : COLON);
        }
        return all;
    }

    private String hide(String line, String mark) {
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var end = END_OF_KEY.matcher(line);
        var rest = end.find() ? redactor.apart().text(line.substring(end.end())) : "";
        return indent + mark + (rest.isEmpty() && line.stripTrailing().endsWith(";") ? ";" : rest);
    }
}
