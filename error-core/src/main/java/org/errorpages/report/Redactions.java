package org.errorpages.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Remembers how the longer texts of one report read without their secrets: a message is asked for by the causes, the
 * hints and the copies.
 *
 * @param known the texts, by what they were
 * @param most how many are remembered
 */
record Redactions(Map<String, String> known, int most) {

    private static final int MOST = 256;

    /** What is shorter is done again as fast. */
    private static final int SHORTEST = 64;

    /** Returns what remembers nothing, for a redactor that outlives its report. */
    static Redactions none() {
        return new Redactions(Map.of(), 0);
    }

    static Redactions ofOneReport() {
        return new Redactions(new ConcurrentHashMap<>(), MOST);
    }

    String of(String text, UnaryOperator<String> redaction) {
        if (text.length() < SHORTEST) {
            return redaction.apply(text);
        }
        var remembered = known.get(text);
        var shown = remembered == null ? redaction.apply(text) : remembered;
        if (remembered == null && known.size() < most) {
            known.put(text, shown);
        }
        return shown;
    }
}
