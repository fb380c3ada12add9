package org.errorpages.classify;

import java.time.Duration;
import java.util.Optional;
import org.errorpages.status.Failure;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamException;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.throwable.SafeThrowable;

/** Creates throwables for tests and summarises verdicts. */
public final class Failures {

    static final Classifier BUILT_IN = new Classifier(ErrorMap.builtIn());

    /** The context of a request for which the application acts as a gateway. */
    static final Classifier.Context GATEWAY = new Classifier.Context(true, false, false);

    private Failures() {}

    /** Returns the first throwable, after making each the cause of the one before. */
    public static Throwable chain(Throwable... outermostFirst) {
        for (int i = 1; i < outermostFirst.length; i++) {
            outermostFirst[i - 1].initCause(outermostFirst[i]);
        }
        return outermostFirst[0];
    }

    /** Returns the throwable as if a method of the class had thrown it. */
    static <T extends Throwable> T thrownBy(String className, T throwable) {
        throwable.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1),
            new StackTraceElement(className, "send", null, 1)
        });
        return throwable;
    }

    public static UpstreamException upstream(Throwable... outermostFirst) {
        return new UpstreamException("payments", chain(outermostFirst));
    }

    public static Verdict classify(Throwable throwable) {
        return BUILT_IN.classify(Failure.thrown(throwable));
    }

    /** Returns the verdict of the built-in map overruled by the rules. */
    public static Verdict classify(Throwable throwable, String rules) {
        return new Classifier(ErrorMap.builtIn().overruledBy(rules, "app.properties"))
                .classify(Failure.thrown(throwable));
    }

    /** Returns a verdict on one line, such as {@code 503 SELF retry=2}. */
    public static String summary(Verdict verdict) {
        if (verdict.disposition() == Disposition.ABORTED) {
            return "aborted";
        }
        return verdict.status().code()
                + " "
                + verdict.faultSide()
                + Optional.ofNullable(verdict.retryAfter())
                        .map(Duration::toSeconds)
                        .map(s -> " retry=" + s)
                        .orElse("")
                + (verdict.proxyError() == null ? "" : " proxy=" + verdict.proxyError())
                + (verdict.disposition() == Disposition.RETHROW ? " rethrow" : "");
    }

    /** Returns the rule of a map that matches a throwable on a side. */
    static Optional<Rule> ruleFor(ErrorMap map, Throwable throwable, FaultSide side) {
        return Optional.ofNullable(map.classRules(throwable.getClass())
                .statusRule(new SafeThrowable(throwable), side, Classifier.Context.ORDINARY));
    }

    /** Returns the rule of a map that sets the side of a throwable. */
    static Optional<Rule> sideRule(ErrorMap map, Throwable throwable) {
        return Optional.ofNullable(map.classRules(throwable.getClass())
                .sideRule(new SafeThrowable(throwable), Classifier.Context.ORDINARY));
    }
}
