package org.errorpages.hint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls that repeat.
 *
 * @param cycle classes and methods, innermost first, without the repetition
 */
record Recursion(List<String> cycle) {

    /** What is called from the cycle may be on top when the stack is full. */
    private static final int MAX_ABOVE = 32;

    private static final int MAX_CYCLE = 32;
    private static final int REPEATED = 96;
    private static final int SHOWN = 5;

    /** Returns the shortest cycle near the top that repeats for long. */
    static Optional<Recursion> in(List<StackTraceElement> frames) {
        var calls = frames.stream()
                .limit(MAX_ABOVE + REPEATED + MAX_CYCLE)
                .map(Clue::call)
                .toList();
        for (int start = 0; start < MAX_ABOVE; start++) {
            for (int length = 1; length <= MAX_CYCLE; length++) {
                if (repeats(calls, start, length)) {
                    return Optional.of(new Recursion(calls.subList(start, start + length)));
                }
            }
        }
        return Optional.empty();
    }

    Map<String, String> values() {
        var shown = cycle.stream().limit(SHOWN).collect(Collectors.joining(" ← "));
        var more = cycle.size() > SHOWN ? " ← …" : " ← " + cycle.get(0);
        return Map.of("method", cycle.get(0), "cycle", shown + more);
    }

    private static boolean repeats(List<String> calls, int start, int length) {
        int end = start + REPEATED;
        if (end + length > calls.size()) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!calls.get(i).equals(calls.get(i + length))) {
                return false;
            }
        }
        return true;
    }
}
