package org.errorpages.classify;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Status;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.RuleRank;
import org.errorpages.throwable.PropertyPath;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Represents one rule of an error map.
 *
 * @param className the binary name of a class, interface or annotation, or {@code upstream-status.NNN}
 * @param onSide the side on which the rule applies, or null for any
 * @param condition the condition on the throwable
 * @param scope the requests to which the rule applies
 * @param effect the effect of the rule
 * @param sideToSet the side that the rule sets for the throwable and its causes, or null
 * @param mode the least value of the setting {@code upstream} with which the rule sets the side
 * @param text the rule as a line of the map
 * @param source the position of the rule
 */
public record Rule(
        String className,
        @Nullable FaultSide onSide,
        Condition condition,
        Scope scope,
        Effect effect,
        @Nullable FaultSide sideToSet,
        UpstreamMode mode,
        String text,
        Source source) {

    /**
     * Restricts a rule to some throwables of its class.
     *
     * @param test the kind of test
     * @param operand the text to compare with
     * @param path the method whose result is compared, or null
     */
    public record Condition(Test test, String operand, @Nullable PropertyPath path) {

        /** The condition that every throwable meets. */
        public static final Condition NONE = new Condition(Test.NONE, "", null);

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
        static Optional<Condition> parse(String text) {
            if (text.equals(Test.REPEATS_CAUSE.syntax)) {
                return Optional.of(new Condition(Test.REPEATS_CAUSE, "", null));
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

        private static Optional<Condition> of(Test test, String operand, @Nullable PropertyPath path) {
            return operand.isEmpty() ? Optional.empty() : Optional.of(new Condition(test, operand, path));
        }

        /** Returns whether a throwable meets the condition. */
        boolean matches(SafeThrowable throwable) {
            return switch (test) {
                case NONE -> true;
                case REPEATS_CAUSE -> throwable.repeatsCause();
                case CAUSE_CONTAINS -> {
                    var cause = throwable.cause();
                    yield cause != null && cause.getClass().getName().contains(operand);
                }
                case MESSAGE_CONTAINS -> throwable.message().contains(operand);
                case SQLSTATE_STARTS -> throwable.sqlState().startsWith(operand);
                case FRAME_STARTS -> hasFrame(throwable.frames());
                case METHOD_CONTAINS -> result(throwable.throwable()).contains(operand);
                case METHOD_RETURNS -> result(throwable.throwable()).equals(operand);
            };
        }

        private boolean hasFrame(StackTraceElement[] frames) {
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                if (frames[i].getClassName().startsWith(operand)) {
                    return true;
                }
            }
            return false;
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

        private String result(Throwable thrown) {
            var value = path == null ? null : path.read(thrown);
            return SafeThrowable.truncate(value == null ? null : SafeThrowable.getOrNull(value::toString));
        }
    }

    /** Defines the effect of a rule on the throwables that it matches. */
    public sealed interface Effect {

        /**
         * Responds with a status.
         *
         * @param status the status
         * @param disposition how the server handles the response
         * @param rank the rank among the rules that match the chain
         * @param retryAfter how long a client should wait
         * @param proxyError the error type of RFC 9209, section 2.3, or null
         * @param anySide whether a 4xx counts even if an outer throwable has set the side
         * @param opaque whether the causes are ignored
         */
        record Answer(
                Status status,
                Disposition disposition,
                RuleRank rank,
                RetryAfter retryAfter,
                @Nullable String proxyError,
                boolean anySide,
                boolean opaque)
                implements Effect {

            /** Returns this effect with the lowest rank, so that a rule for a cause wins. */
            Answer asFallback() {
                return new Answer(status, disposition, RuleRank.FALLBACK, retryAfter, proxyError, false, false);
            }
        }

        /**
         * Responds with a status that the throwable or its annotation holds.
         *
         * @param paths the methods that return it; the first one that does not return 500 counts
         * @param retryAfter how long a client should wait
         */
        record StatusFrom(List<PropertyPath> paths, RetryAfter retryAfter) implements Effect {

            /** Returns the response for an exception or annotation, or null if its status is not 400 to 599. */
            @Nullable Answer answer(Object holder) {
                int status = 0;
                for (var path : paths) {
                    if (status == 0 || status == Status.INTERNAL_SERVER_ERROR.code()) {
                        status = path.read(holder) instanceof Number number ? number.intValue() : 0;
                    }
                }
                if (!Status.isError(status)) {
                    return null;
                }
                var rank = RuleRank.DECLARED;
                return new Answer(Status.of(status), Disposition.ANSWER, rank, retryAfter, null, false, false);
            }
        }

        /**
         * Maps the status of an upstream response that the throwable holds.
         *
         * @param path the method that returns it
         * @param retryAfter how long a client should wait
         */
        record UpstreamStatusFrom(PropertyPath path, RetryAfter retryAfter) implements Effect {

            /** Returns the upstream status that a throwable holds, or 0. */
            int statusOf(Throwable throwable) {
                return path.read(throwable) instanceof Number number ? Math.max(number.intValue(), 0) : 0;
            }
        }

        /** Marks a wrapper: its cause is treated as if it were thrown directly. */
        record Transparent() implements Effect {}

        /** Sets the side on which the failure happened, and no status. */
        record SideOnly(FaultSide side) implements Effect {}
    }

    /** The requests to which a rule applies. */
    enum Scope {
        ALL,
        /** Requests that store something: PUT, POST, PATCH. */
        STORING,
        /** Requests that fail while the application stops. */
        STOPPING;

        boolean includes(Classifier.Context context) {
            return switch (this) {
                case ALL -> true;
                case STORING -> context.storing();
                case STOPPING -> context.stopping();
            };
        }
    }

    /**
     * The position of a rule.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param layer {@link #BUILT_IN}, or a higher number for each file that overrules it
     * @param text file and line
     */
    public record Source(String file, int line, int layer, String text) {

        static final int BUILT_IN = 0;

        @Override
        public String toString() {
            return text;
        }
    }

    /** Returns whether a throwable of its class meets the condition and the scope of the rule. */
    boolean matches(SafeThrowable throwable, Classifier.Context context) {
        return scope.includes(context) && condition.matches(throwable);
    }

    /** Returns whether the rule sets the side with a value of the setting {@code upstream}. */
    boolean setsSideIn(UpstreamMode setting) {
        return sideToSet != null && mode.compareTo(setting) <= 0;
    }

    /** Returns whether the rule shows that the application declared itself a gateway. */
    boolean declaresGateway() {
        return sideToSet == FaultSide.UPSTREAM && mode == UpstreamMode.EXPLICIT;
    }

    /** Returns the key that must be unique in a file. A rule that only sets the side has its own key. */
    String key() {
        var side = onSide == null ? "" : "@" + onSide.name().toLowerCase(Locale.ROOT);
        var when = scope == Scope.ALL ? "" : " when " + scope.name().toLowerCase(Locale.ROOT);
        return className + side + condition + when + (effect instanceof Effect.SideOnly ? " side" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
