package org.errorpages.classify;

import java.util.Comparator;
import java.util.List;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpStatus;
import org.errorpages.status.Status;
import org.errorpages.status.UpstreamMode;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * The rules that apply to one class, in the order in which they are tried.
 *
 * @param all all of them
 * @param sideRules those that set the side
 * @param statusRules those that do more than set the side
 * @param sideDependsOnFrames whether a side rule has a condition on stack frames
 * @param annotation the annotation of the class with a status of an error, or null
 */
public record ClassRules(
        List<Rule> all,
        List<Rule> sideRules,
        List<Rule> statusRules,
        boolean sideDependsOnFrames,
        @Nullable HttpStatus annotation) {

    /** A failure to read or write the client's own stream is better evidence than any other. */
    private static final Comparator<Rule> CLIENT_FIRST =
            Comparator.comparingInt(rule -> rule.setsSide() == FaultSide.CLIENT ? 0 : 1);

    /**
     * Returns the rules of a class.
     *
     * @param type the class
     * @param all its rules, in order
     * @param mode the setting that decides which rules may set the side
     */
    static ClassRules of(Class<?> type, List<Rule> all, UpstreamMode mode) {
        var sideRules = all.stream()
                .filter(rule -> rule.setsSideIn(mode))
                .sorted(CLIENT_FIRST)
                .toList();
        var statusRules = all.stream()
                .filter(rule -> !(rule.effect() instanceof RuleEffect.SideOnly))
                .toList();
        boolean frames = sideRules.stream().anyMatch(rule -> rule.condition().needsFrames());
        var annotation = type.getAnnotation(HttpStatus.class);
        boolean declares = annotation != null && Status.isError(annotation.value());
        return new ClassRules(all, sideRules, statusRules, frames, declares ? annotation : null);
    }

    /** Returns the stack frames if the side depends on them. A throwable copies its frames on each call. */
    StackTraceElement[] framesForSide(Throwable throwable) {
        return sideDependsOnFrames ? SafeThrowable.traceOf(throwable) : SafeThrowable.NO_FRAMES;
    }

    /** Returns the rule that sets the side of a throwable and of its causes, or null. */
    @Nullable
    Rule sideRule(Throwable throwable, StackTraceElement[] trace, ClassificationContext circumstances) {
        for (var rule : sideRules) {
            if (rule.scope().includes(circumstances) && rule.condition().matches(throwable, trace)) {
                return rule;
            }
        }
        return null;
    }

    /** Returns the first rule that matches a throwable on a side, or null. */
    @Nullable
    Rule statusRule(
            Throwable throwable, StackTraceElement[] trace, FaultSide side, ClassificationContext circumstances) {
        var frames = trace;
        for (var rule : statusRules) {
            if ((rule.onSide() != null && rule.onSide() != side)
                    || !rule.scope().includes(circumstances)) {
                continue;
            }
            // Reading frames costs more than the rest of the decision, so rules of other sides are skipped first.
            frames = rule.condition().needsFrames() && frames.length == 0 ? SafeThrowable.traceOf(throwable) : frames;
            if (rule.condition().matches(throwable, frames)) {
                return rule;
            }
        }
        return null;
    }
}
