package org.errorpages.report;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads Java line by line, and hides of what is assigned to a secret name only what is written there: literals, not the
 * names of variables and methods.
 *
 * <p>What does not surely begin as code is left to others: a line of a comment or of a text block, and all that follows
 * a line that is not understood.
 */
final class SecretLiterals {

    /** Stand for a sign that makes a value of what follows; noncharacters, which no source has. */
    private static final char EQUALS = '\uFDD2';

    private static final char COLON = '\uFDD3';

    private static final String MARK = "[hidden: secret]";

    private static final Pattern TOKEN = Pattern.compile(
            "(?s)(?<block>\"\"\")|(?<text>\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')|(?<note>//.*+)"
                    + "|(?<comment>/\\*)|(?<code>[^\"'/]++|/)|.");

    private static final Pattern END_OF_BLOCK = Pattern.compile("(?s)(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+\"\"\"");
    private static final Pattern END_OF_COMMENT = Pattern.compile("(?s).*?\\*/");

    /** The end of a statement, a name to which something is assigned, and a number that is long enough for a secret. */
    private static final Pattern IN_CODE = Pattern.compile(
            ";|(?<![\\w.-])(?<name>[\\w.-]{1,100}+)\\s{0,20}+\\+?=(?!=)|(?<number>(?<![\\w.$])[0-9][\\w.]{2,}+)");

    /** A name in a literal of which the value is another one, or comes where a placeholder stands. */
    private static final Pattern IN_TEXT = Pattern.compile("(?<name>[\\w.-]{1,100}+)\\s{0,20}+[=:](?=\\s{0,20}+"
            + "(?:$|(?:\\{\\w{0,20}+}|%[sdxn])(?:$|[\\s,;&)\\]'\"])))");

    private final Predicate<String> isSecret;
    private Inside inside = Inside.CODE;
    private boolean assigned;

    private enum Inside {
        CODE,
        COMMENT,
        BLOCK,
        /** What nobody knows. */
        LOST
    }

    /**
     * A line without the literals that are secret.
     *
     * @param text the line, where signs that made a value of what follows are replaced
     * @param hidden how many literals are hidden
     */
    record Line(String text, int hidden) {

        /** Returns a text that was made of that of the line, with its signs. */
        static String restored(String text) {
            return text.replace(EQUALS, '=').replace(COLON, ':');
        }
    }

    /** Creates a reader of a source from its first line on. */
    SecretLiterals(Predicate<String> isSecret) {
        this.isSecret = isSecret;
    }

    /**
     * Reads the next line.
     *
     * @param secret whether all that is written in it is secret
     * @return the line, or null where it does not surely begin as code
     */
    @Nullable Line read(String line, boolean secret) {
        boolean foreign = line.contains("\\u") || line.indexOf(EQUALS) >= 0 || line.indexOf(COLON) >= 0;
        inside = foreign ? Inside.LOST : inside;
        boolean code = inside == Inside.CODE;
        assigned |= secret;
        var shown = new Shown(line);
        while (inside != Inside.LOST && shown.hasMore()) {
            shown.next();
        }
        return code && inside != Inside.LOST ? new Line(shown.text.toString(), shown.hidden) : null;
    }

    /** What is shown of one line so far. */
    private final class Shown {

        private final String line;
        private final StringBuilder text = new StringBuilder();
        private int at;
        private int hidden;

        Shown(String line) {
            this.line = line;
        }

        boolean hasMore() {
            return at < line.length();
        }

        void next() {
            switch (inside) {
                case COMMENT -> skipTo(END_OF_COMMENT);
                case BLOCK -> skipTo(END_OF_BLOCK);
                default -> token();
            }
        }

        private void skipTo(Pattern end) {
            var matcher = end.matcher(line).region(at, line.length());
            boolean ends = matcher.lookingAt();
            inside = ends ? Inside.CODE : inside;
            take(ends ? matcher.end() : line.length());
        }

        private void take(int end) {
            text.append(line, at, end);
            at = end;
        }

        private void token() {
            var token = TOKEN.matcher(line).region(at, line.length());
            if (!token.lookingAt()) {
                inside = Inside.LOST;
            } else if (token.group("code") != null) {
                replace(IN_CODE, token.end(), this::code);
            } else if (token.group("text") != null) {
                literal(token.end());
            } else if (token.group("note") != null) {
                take(token.end());
            } else {
                inside = token.group("block") != null
                        ? Inside.BLOCK
                        : token.group("comment") != null ? Inside.COMMENT : Inside.LOST;
                take(token.end());
            }
        }

        private void literal(int end) {
            if (assigned && end - at > 2) {
                text.append(line.charAt(at)).append(MARK).append(line.charAt(end - 1));
                hidden++;
                at = end;
                return;
            }
            take(at + 1);
            replace(IN_TEXT, end - 1, this::named);
            take(end);
        }

        private void replace(Pattern pattern, int end, Function<MatchResult, String> shown) {
            var matcher = pattern.matcher(line.substring(at, end));
            text.append(matcher.replaceAll(found -> Matcher.quoteReplacement(shown.apply(found))));
            at = end;
        }

        private String code(MatchResult found) {
            var all = found.group();
            if (all.equals(";")) {
                assigned = false;
                return all;
            }
            if (found.group(1) != null) {
                return named(found);
            }
            hidden += assigned ? 1 : 0;
            return assigned ? MARK : all;
        }

        private String named(MatchResult found) {
            var all = found.group();
            if (!isSecret.test(found.group(1))) {
                return all;
            }
            assigned = true;
            var before = all.substring(0, all.length() - 1);
            return before + (all.endsWith("=") ? EQUALS : COLON);
        }
    }
}
