package org.errorpages.classify;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.errorpages.status.UpstreamException;
import org.errorpages.throwable.PropertyPath;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Creates a throwable that a built-in rule matches. */
final class RuleThrowables {

    /** The seconds that a method for Retry-After returns. */
    static final int RETRY_AFTER_SECONDS = 7;

    private static final Set<String> INTERFACES = Set.of(
            "org.eclipse.jetty.http.HttpException",
            "org.eclipse.jetty.io.QuietException",
            "org.springframework.web.ErrorResponse");

    private RuleThrowables() {}

    /** Stands for an enum constant, which a rule compares by its name. */
    record Constant(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns whether the class exists only in a later JDK. */
    static boolean isOfALaterJdk(Rule rule) {
        return rule.className().equals("java.util.concurrent.StructuredTaskScope$FailedException")
                && Runtime.version().feature() < 21;
    }

    /** Returns a throwable of the class of a rule that meets its condition. */
    static Throwable of(Rule rule) {
        return of(rule, 503, null);
    }

    static Throwable of(Rule rule, @Nullable Throwable cause) {
        return of(rule, 503, cause);
    }

    /** Returns such a throwable with a status, if the rule reads one. */
    static Throwable of(Rule rule, int held, @Nullable Throwable cause) {
        var condition = rule.condition();
        var type = type(rule, held);
        if (condition.test() == Rule.Condition.Test.SQLSTATE_STARTS) {
            var made = Throwables.ofState(type, (condition.operand() + "000").substring(0, 5));
            return cause == null ? made : made.initCause(cause);
        }
        if (isVendorCode(rule)) {
            return Throwables.ofVendor(type, Integer.parseInt(condition.operand()));
        }
        if (type == UpstreamException.class) {
            return new UpstreamException("x", cause == null ? new IllegalStateException("stub") : cause);
        }
        var asked = readsCause(condition) ? new IllegalStateException(condition.operand()) : cause;
        var made = Throwables.of(type, message(condition), asked);
        if (condition.test() == Rule.Condition.Test.FRAME_STARTS) {
            made.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1),
                new StackTraceElement(condition.operand() + "Stub", "send", null, 1)
            });
        }
        return made;
    }

    /** Returns the class of a rule: from the JDK, or a stub with that name. */
    static Class<? extends Throwable> type(Rule rule, int held) {
        var name = rule.className();
        if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("org.errorpages.")) {
            return known(name);
        }
        if (name.equals(ResponseStatus.class.getName())) {
            return Stubs.annotated(held);
        }
        var methods = methods(rule, held);
        return INTERFACES.contains(name) ? Stubs.implementing(name, methods) : Stubs.exception(name, methods);
    }

    private static Class<? extends Throwable> known(String name) {
        try {
            return Class.forName(name).asSubclass(Throwable.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isVendorCode(Rule rule) {
        return "getErrorCode".equals(String.valueOf(rule.condition().path()))
                && SQLException.class.isAssignableFrom(Stubs.exception(rule.className()));
    }

    private static boolean readsCause(Rule.Condition condition) {
        return String.valueOf(condition.path()).equals("getCause.getMessage");
    }

    private static @Nullable String message(Rule.Condition condition) {
        return switch (condition.test()) {
            case REPEATS_CAUSE -> null;
            case MESSAGE_CONTAINS -> "The message contains " + condition.operand() + ", and more";
            default -> "stub";
        };
    }

    /** Returns the public methods that the rule calls, with their results. */
    private static Map<String, Object> methods(Rule rule, int held) {
        var methods = new LinkedHashMap<String, Object>();
        var condition = rule.condition();
        if (condition.path() != null && !isVendorCode(rule) && !readsCause(condition)) {
            put(methods, condition.path(), value(condition.operand()));
        }
        if (rule.effect() instanceof Rule.Effect.StatusFrom carrier) {
            carrier.paths().forEach(path -> put(methods, path, held));
            put(methods, carrier.retryAfter().path(), String.valueOf(RETRY_AFTER_SECONDS));
        } else if (rule.effect() instanceof Rule.Effect.UpstreamStatusFrom received) {
            put(methods, received.path(), held);
            put(methods, received.retryAfter().path(), String.valueOf(RETRY_AFTER_SECONDS));
        } else if (rule.effect() instanceof Rule.Effect.Answer answer) {
            put(methods, answer.retryAfter().path(), RETRY_AFTER_SECONDS);
        }
        return methods;
    }

    private static void put(Map<String, Object> methods, @Nullable PropertyPath accessor, Object value) {
        if (accessor == null) {
            return;
        }
        var here = methods;
        var steps = List.of(accessor.toString().split("\\.", -1));
        for (var step : steps.subList(0, steps.size() - 1)) {
            here = inner(here, step);
        }
        here.put(steps.get(steps.size() - 1), value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> methods, String step) {
        return (Map<String, Object>) methods.computeIfAbsent(step, s -> new LinkedHashMap<String, Object>());
    }

    private static Object value(String operand) {
        if (operand.equals("true")) {
            return true;
        }
        return operand.chars().allMatch(Character::isDigit) ? Integer.valueOf(operand) : new Constant(operand);
    }
}
