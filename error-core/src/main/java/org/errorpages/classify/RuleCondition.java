package org.errorpages.classify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.errorpages.resource.Lazy;
import org.errorpages.throwable.PropertyPath;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a rule to some throwables of its class.
 *
 * @param test the kind of test
 * @param operand the text to compare with
 * @param path the method whose result is compared, or null
 */
public record RuleCondition(Test test, String operand, @Nullable PropertyPath path) {

    /** The condition that every throwable meets. */
    public static final RuleCondition NONE = new RuleCondition(Test.NONE, "", null);

    /** The number of frames that are compared; the client of a call is near the top. */
    private static final int MAX_FRAMES = 64;

    private static final List<Test> BY_PREFIX =
            List.of(Test.MESSAGE_CONTAINS, Test.CAUSE_CONTAINS, Test.SQLSTATE_STARTS, Test.FRAME_STARTS);

    /** The kinds of tests. A rule with a stronger test is tried first. */
    enum Test {
        NONE("", 0),
        /** The weakest test: frames show where a failure happened, not why. */
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

    /** Returns the condition for the text between the brackets of a rule, or empty if it is malformed. */
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
                .flatMap(path -> of(test, text.substring(equals + 1), path));
    }

    private static Optional<RuleCondition> of(Test test, String operand, @Nullable PropertyPath path) {
        return operand.isEmpty() ? Optional.empty() : Optional.of(new RuleCondition(test, operand, path));
    }

    /** Returns whether a throwable with these stack frames meets the condition. */
    boolean matches(Throwable thrown, Lazy<StackTraceElement[]> frames) {
        var throwable = new SafeThrowable(thrown);
        return switch (test) {
            case NONE -> true;
            case REPEATS_CAUSE -> throwable.repeatsCause();
            case CAUSE_CONTAINS -> causeClassName(throwable).contains(operand);
            case MESSAGE_CONTAINS -> throwable.message().contains(operand);
            case SQLSTATE_STARTS -> throwable.sqlState().startsWith(operand);
            case FRAME_STARTS ->
                Arrays.stream(frames.get()).limit(MAX_FRAMES).anyMatch(frame -> frame.getClassName()
                        .startsWith(operand));
            case METHOD_CONTAINS -> result(thrown).contains(operand);
            case METHOD_RETURNS -> result(thrown).equals(operand);
        };
    }

    /** Returns the weight that orders the rules of one class: by test, then by the length of the operand. */
    int specificity() {
        return test.strength * 1_000 + Math.min(operand.length(), 999);
    }

    @Override
    public String toString() {
        return switch (test) {
            case NONE -> "";
            case METHOD_CONTAINS, METHOD_RETURNS -> "[" + path + test.syntax + operand + "]";
            default -> "[" + test.syntax + operand + "]";
        };
    }

    private static String causeClassName(SafeThrowable throwable) {
        var cause = throwable.cause();
        return cause == null ? "" : cause.getClass().getName();
    }

    private String result(Throwable thrown) {
        var value = path == null ? null : path.read(thrown);
        return SafeThrowable.truncate(value == null ? null : SafeThrowable.getOrNull(value::toString));
    }
}
