package org.errorpages.classify;

import java.util.List;
import java.util.Optional;
import org.errorpages.throwable.PropertyPath;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of a throwable beyond its class.
 *
 * @param test the kind of question
 * @param operand what is looked for
 * @param accessor where it is looked for, or null
 */
public record RuleCondition(Test test, String operand, @Nullable PropertyPath accessor) {

    public static final RuleCondition NONE = new RuleCondition(Test.NONE, "", null);

    /** How many frames from the top are looked at: the client of a call is near. */
    private static final int MAX_FRAMES = 64;

    private static final List<Test> BY_PREFIX =
            List.of(Test.MESSAGE_CONTAINS, Test.CAUSE_CONTAINS, Test.SQLSTATE_STARTS, Test.FRAME_STARTS);

    /** The kinds of conditions. A rule with a stronger condition is tried first. */
    enum Test {
        NONE("", 0),
        /** Frames are the weakest evidence: they say where, not what. */
        FRAME_STARTS("frame^=", 1),
        REPEATS_CAUSE("message=cause", 2),
        CAUSE_CONTAINS("cause*=", 2),
        MESSAGE_CONTAINS("message*=", 3),
        SQLSTATE_STARTS("sqlstate^=", 4),
        METHOD_CONTAINS("*=", 5),
        METHOD_RETURNS("=", 6);

        private final String syntax;
        private final int strength;

        Test(String syntax, int strength) {
            this.syntax = syntax;
            this.strength = strength;
        }
    }

    /** Returns the condition that stands between the brackets of a rule, or nothing if the text is malformed. */
    static Optional<RuleCondition> parse(String text) {
        if (text.equals(Test.REPEATS_CAUSE.syntax)) {
            return Optional.of(new RuleCondition(Test.REPEATS_CAUSE, "", null));
        }
        for (var test : BY_PREFIX) {
            if (text.startsWith(test.syntax)) {
                return of(test, text.substring(test.syntax.length()), null);
            }
        }
        int equals = text.indexOf('=');
        boolean part = equals > 0 && text.charAt(equals - 1) == '*';
        var test = part ? Test.METHOD_CONTAINS : Test.METHOD_RETURNS;
        return PropertyPath.parse(text.substring(0, Math.max(0, part ? equals - 1 : equals)))
                .flatMap(accessor -> of(test, text.substring(equals + 1), accessor));
    }

    private static Optional<RuleCondition> of(Test test, String operand, @Nullable PropertyPath accessor) {
        return operand.isEmpty() ? Optional.empty() : Optional.of(new RuleCondition(test, operand, accessor));
    }

    /** Returns whether the throwable is what is asked for. */
    boolean matches(Throwable throwable) {
        return matches(throwable, needsFrames() ? SafeThrowable.traceOf(throwable) : SafeThrowable.NO_FRAMES);
    }

    /**
     * Returns whether the throwable is what is asked for.
     *
     * @param trace its stack frames, where the condition asks for them
     */
    boolean matches(Throwable throwable, StackTraceElement[] trace) {
        return switch (test) {
            case NONE -> true;
            case REPEATS_CAUSE -> SafeThrowable.repeatsItsCause(throwable);
            case CAUSE_CONTAINS -> causeOf(throwable).contains(operand);
            case MESSAGE_CONTAINS -> SafeThrowable.messageOf(throwable).contains(operand);
            case SQLSTATE_STARTS -> SafeThrowable.sqlStateOf(throwable).startsWith(operand);
            case FRAME_STARTS -> anyStarts(trace);
            case METHOD_CONTAINS -> returned(throwable).contains(operand);
            case METHOD_RETURNS -> returned(throwable).equals(operand);
        };
    }

    private boolean anyStarts(StackTraceElement[] trace) {
        int looked = 0;
        for (var frame : trace) {
            if (frame != null && looked++ < MAX_FRAMES && frame.getClassName().startsWith(operand)) {
                return true;
            }
        }
        return false;
    }

    boolean needsFrames() {
        return test == Test.FRAME_STARTS;
    }

    /** Orders rules of one class: the stronger kind first, of one kind the longer operand. */
    int specificity() {
        return test.strength * 1_000 + Math.min(operand.length(), 999);
    }

    @Override
    public String toString() {
        return switch (test) {
            case NONE -> "";
            case METHOD_CONTAINS, METHOD_RETURNS -> "[" + accessor + test.syntax + operand + "]";
            default -> "[" + test.syntax + operand + "]";
        };
    }

    private static String causeOf(Throwable throwable) {
        var cause = SafeThrowable.causeOf(throwable);
        return cause == null ? "" : cause.getClass().getName();
    }

    private String returned(Throwable throwable) {
        var value = accessor == null ? null : accessor.read(throwable);
        return SafeThrowable.bounded(value == null ? null : SafeThrowable.guarded(value::toString));
    }
}
