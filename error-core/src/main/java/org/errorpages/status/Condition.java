package org.errorpages.status;

import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a throwable beyond its class.
 *
 * @param test the kind of question
 * @param operand what is looked for
 */
record Condition(Test test, String operand) {

    static final Condition NONE = new Condition(Test.NONE, "");

    /** How many frames from the top are looked at: the client of a call is near. */
    private static final int MAX_FRAMES = 64;

    enum Test {
        NONE(""),
        REPEATS_CAUSE("message=cause"),
        MESSAGE_CONTAINS("message*="),
        SQLSTATE_STARTS("sqlstate^="),
        FRAME_STARTS("frame^=");

        private final String syntax;

        Test(String syntax) {
            this.syntax = syntax;
        }
    }

    /** Returns the condition that the text between the brackets of a rule asks for, or null if it is none. */
    static @Nullable Condition parse(String text) {
        if (text.equals(Test.REPEATS_CAUSE.syntax)) {
            return new Condition(Test.REPEATS_CAUSE, "");
        }
        for (var test : Test.values()) {
            if (test.syntax.endsWith("=") && text.startsWith(test.syntax) && text.length() > test.syntax.length()) {
                return new Condition(test, text.substring(test.syntax.length()));
            }
        }
        return null;
    }

    boolean matches(Suspect suspect) {
        return switch (test) {
            case NONE -> true;
            case REPEATS_CAUSE -> suspect.repeatsItsCause();
            case MESSAGE_CONTAINS -> suspect.message().contains(operand);
            case SQLSTATE_STARTS -> suspect.sqlState().startsWith(operand);
            case FRAME_STARTS -> anyFrameStartsWith(suspect, operand);
        };
    }

    /** Orders rules of one class: any condition before none, a longer operand before a shorter. */
    int specificity() {
        return test == Test.NONE ? 0 : 1 + operand.length();
    }

    @Override
    public String toString() {
        return test == Test.NONE ? "" : "[" + test.syntax + operand + "]";
    }

    private static boolean anyFrameStartsWith(Suspect suspect, String prefix) {
        var frames = suspect.frames();
        for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
            if (frames[i].getClassName().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
