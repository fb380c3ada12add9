package org.errorpages.status;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one class in the order in which they are asked, sorted once, so that a decision does not sift them.
 *
 * @param all all of them
 * @param tellingSide those that tell the side
 * @param deciding those that say more than a side
 * @param framesTellSide whether one of those that tell the side asks for stack frames
 */
record RulesOfClass(List<Rule> all, List<Rule> tellingSide, List<Rule> deciding, boolean framesTellSide) {

    /** That the client's own stream was read or written is better evidence than any other. */
    private static final Comparator<Rule> CLIENT_FIRST =
            Comparator.comparingInt(rule -> rule.setsSide() == Side.CLIENT ? 0 : 1);

    /**
     * Returns the rules of a class.
     *
     * @param all the rules, in order
     * @param mode the least evidence that tells a side
     */
    static RulesOfClass of(List<Rule> all, UpstreamMode mode) {
        var tellingSide = all.stream()
                .filter(rule -> rule.setsSide() != null && rule.mode().compareTo(mode) <= 0)
                .sorted(CLIENT_FIRST)
                .toList();
        return new RulesOfClass(
                all,
                tellingSide,
                all.stream()
                        .filter(rule -> !(rule.effect() instanceof Effect.SideOnly))
                        .toList(),
                tellingSide.stream().anyMatch(rule -> rule.condition().asksFrames()));
    }

    /** Returns the stack frames if the side depends on them: a throwable copies them each time. */
    StackTraceElement[] evidence(Throwable throwable) {
        return framesTellSide ? Suspect.traceOf(throwable) : Suspect.NO_FRAMES;
    }

    /** Returns the rule that tells the side of the throwable and of all below it, or null. */
    @Nullable Rule sideRule(Throwable throwable, StackTraceElement[] trace, Circumstances circumstances) {
        for (int i = 0; i < tellingSide.size(); i++) {
            var rule = tellingSide.get(i);
            if (rule.when().holds(circumstances) && rule.condition().matches(throwable, trace)) {
                return rule;
            }
        }
        return null;
    }

    /** Returns the rule that decides about the throwable on a side, or null. */
    @Nullable Rule decidingRule(Throwable throwable, StackTraceElement[] trace, Side side, Circumstances circumstances) {
        var frames = trace;
        for (int i = 0; i < deciding.size(); i++) {
            var rule = deciding.get(i);
            if (!rule.holdsOn(side, circumstances)) {
                continue;
            }
            // To read them costs more than the whole decision: not for a rule of another side.
            frames = rule.condition().asksFrames() && frames.length == 0 ? Suspect.traceOf(throwable) : frames;
            if (rule.condition().matches(throwable, frames)) {
                return rule;
            }
        }
        return null;
    }
}
