package org.errorpages.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides the secrets in the lines of a source file, also those that go over several lines: a key in PEM, a text block, a
 * constant whose value begins on the next line or is added up.
 */
final class SourceSecrets {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w.-])([\\w.-]{1,100}+)\\s{0,20}+=(?!=)");
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{1,40}-----");
    private static final Pattern END = Pattern.compile("-----END [A-Z0-9 ]{1,40}-----");
    private static final String TEXT_BLOCK = "\"\"\"";

    /** Longer than this no secret is, and what looks like the beginning of one was none. */
    private static final int MAX_LINES = 200;

    private final Redactor redactor;
    private final @Nullable SecretLiterals literals;
    private Inside inside = Inside.CODE;
    private int lines;
    private boolean goesOn;

    /** In what a line begins. */
    private enum Inside {
        CODE,
        /** A key in PEM. */
        KEY,
        /** The value of a secret name, in a text block. */
        BLOCK,
        /** The value of a secret name, which has still to come. */
        VALUE,
        /** What is more of that value, if it is added to it. */
        SUM
    }

    /** Creates what reads a file from its first line on; in Java it hides literals only. */
    SourceSecrets(Redactor redactor, String file) {
        this.redactor = redactor;
        this.literals = file.endsWith(".java") ? new SecretLiterals(redactor::isSecret) : null;
    }

    /**
     * Returns the lines from one on, read after all that stand before them.
     *
     * @param counted the places of lines in which what is hidden is counted already; takes those that are returned
     */
    List<String> shown(List<String> source, int first, Set<Integer> counted) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < source.size(); i++) {
            var line = source.get(i);
            var before = lines > MAX_LINES ? Inside.CODE : inside;
            var next = next(before, line);
            lines = next == inside ? lines + 1 : 0;
            inside = next;
            boolean hides = before != Inside.CODE && (before != Inside.SUM || isAdded(line));
            var code = literals == null ? null : literals.read(line, hides);
            if (i >= first) {
                var hiding = counted.add(i) ? redactor : redactor.apart();
                shown.add(code == null ? shown(before, hides, line, hiding) : shown(code, hiding));
                goesOn = code == null && hides;
            }
        }
        return shown;
    }

    private Inside next(Inside before, String line) {
        var end = line.stripTrailing();
        return switch (before) {
            case CODE -> after(line, end);
            case KEY -> END.matcher(line).find() ? Inside.CODE : Inside.KEY;
            case BLOCK -> line.contains(TEXT_BLOCK) ? Inside.CODE : Inside.BLOCK;
            case VALUE -> end.endsWith(TEXT_BLOCK) ? Inside.BLOCK : ended(end);
            case SUM -> isAdded(line) ? ended(end) : after(line, end);
        };
    }

    private static Inside ended(String end) {
        return end.endsWith(";") ? Inside.CODE : Inside.SUM;
    }

    private Inside after(String line, String end) {
        if (line.contains("-----BEGIN ")) {
            return BEGIN.matcher(line).find() && !END.matcher(line).find() ? Inside.KEY : Inside.CODE;
        }
        if (end.endsWith(";") || !line.contains("=") || !assignsSecret(line)) {
            return Inside.CODE;
        }
        if (end.endsWith("=")) {
            return Inside.VALUE;
        }
        return end.endsWith(TEXT_BLOCK) ? Inside.BLOCK : Inside.SUM;
    }

    private boolean assignsSecret(String line) {
        return ASSIGNMENT.matcher(line).results().anyMatch(name -> redactor.isSecret(name.group(1)));
    }

    private static boolean isAdded(String line) {
        return line.stripLeading().startsWith("+");
    }

    private static String shown(SecretLiterals.Line code, Redactor hiding) {
        for (int i = 0; i < code.hidden(); i++) {
            hiding.mark("secret", true);
        }
        return SecretLiterals.Line.restored(hiding.text(code.text()));
    }

    private String shown(Inside before, boolean hides, String line, Redactor hiding) {
        if (!hides) {
            return hiding.text(line);
        }
        var rule = before == Inside.KEY ? "private key" : "secret";
        return hidden(line, hiding.mark(rule, !goesOn), before);
    }

    private String hidden(String line, String mark, Inside before) {
        var indent = line.substring(0, line.length() - line.stripLeading().length());
        var end = END.matcher(line);
        var rest = before == Inside.KEY && end.find() ? redactor.apart().text(line.substring(end.end())) : "";
        return indent + mark + (rest.isEmpty() && line.stripTrailing().endsWith(";") ? ";" : rest);
    }
}
