package org.errorpages.hint;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a hint rule on a throwable.
 *
 * @param test the kind of condition
 * @param operand the text after the operator
 * @param template the operand as a template, or null if the test has none
 */
record HintCondition(Test test, String operand, @Nullable MessageTemplate template) {

    /** How many frames from the top count. */
    private static final int MAX_FRAMES = 64;

    /** The kinds of conditions. The strength orders rules that match. */
    private enum Test {
        MESSAGE_MATCHES("message~", 3_000),
        MESSAGE_EQUALS("message=", 3_000),
        SQLSTATE_STARTS("sqlstate^=", 2_000),
        TOP_STARTS("top^=", 2_000),
        /** Frames are the weakest evidence: they say where, not what. */
        FRAME_STARTS("frame^=", 1_000),
        NO_TRACE("trace=none", 1_000);

        private final String syntax;
        private final int strength;

        Test(String syntax, int strength) {
            this.syntax = syntax;
            this.strength = strength;
        }
    }

    /** Returns the condition that stands between the brackets of a rule, or nothing if the text is malformed. */
    static Optional<HintCondition> parse(String text) {
        for (var test : Test.values()) {
            if (text.startsWith(test.syntax)) {
                return of(test, text.substring(test.syntax.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<HintCondition> of(Test test, String operand) {
        return switch (test) {
            case MESSAGE_MATCHES ->
                MessageTemplate.parse(operand).map(template -> new HintCondition(test, operand, template));
            case MESSAGE_EQUALS -> Optional.of(new HintCondition(test, operand, null));
            case NO_TRACE -> operand.isEmpty() ? Optional.of(new HintCondition(test, "", null)) : Optional.empty();
            default -> operand.isEmpty() ? Optional.empty() : Optional.of(new HintCondition(test, operand, null));
        };
    }

    /** Returns the values found, perhaps none, or nothing if the condition is not met. */
    Optional<Map<String, String>> match(CauseContext clue) {
        if (template != null) {
            // Most messages do not match, and a search for their secrets costs more than this.
            return template.find(clue.raw()).isEmpty() ? Optional.empty() : template.find(clue.message());
        }
        boolean met =
                switch (test) {
                    case MESSAGE_MATCHES -> false;
                    case MESSAGE_EQUALS ->
                        clue.raw().equals(operand) && clue.message().equals(operand);
                    case SQLSTATE_STARTS -> clue.suspect().sqlState().startsWith(operand);
                    case TOP_STARTS -> clue.top().startsWith(operand);
                    case FRAME_STARTS ->
                        clue.frames().stream().limit(MAX_FRAMES).anyMatch(frame -> frame.getClassName()
                                .startsWith(operand));
                    case NO_TRACE -> clue.frames().isEmpty();
                };
        return met ? Optional.of(Map.of()) : Optional.empty();
    }

    /** Returns the weight of the evidence: the stronger test first, of one test the longer text. */
    int strength() {
        if (test == Test.MESSAGE_EQUALS && operand.isEmpty()) {
            return 0; // Many exceptions have no message.
        }
        return test.strength + (template == null ? operand.length() : template.length());
    }
}
