package org.errorpages.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Reason;
import org.errorpages.status.UpstreamMode;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Explains a verdict: the rules that were tried for each throwable, and a rule that would change the status.
 *
 * @param verdict the verdict
 * @param steps the throwables, outermost first; empty for a status that was sent
 * @param instead a line of an error map that would change the status
 */
public record Explanation(Verdict verdict, List<Step> steps, String instead) {

    /** The largest number of rules per throwable; more would hide the one that matters. */
    private static final int MAX_TRIALS = 12;

    public Explanation {
        Objects.requireNonNull(verdict);
        steps = List.copyOf(steps);
        Objects.requireNonNull(instead);
    }

    /**
     * One throwable.
     *
     * @param depth its place in the cause chain; 0 is the outermost
     * @param className its binary name
     * @param side its side
     * @param trials the rules that were tried, in order
     */
    public record Step(int depth, String className, FaultSide side, List<Trial> trials) {
        public Step {
            trials = List.copyOf(trials);
        }
    }

    /**
     * One rule.
     *
     * @param rule the rule as text
     * @param source where it stands
     * @param outcome the result
     */
    public record Trial(String rule, String source, Outcome outcome) {}

    /** The result of trying a rule. */
    public enum Outcome {
        /** It decides the answer. */
        DECIDES("decides"),
        /** It matches, and another one decides. */
        LOSES("holds, but another rule is worth more"),
        /** It matches, and would blame the client without enough evidence. */
        REFUSED("holds, but a 4xx counts only behind transparent wrappers"),
        /** It sets the side, and no status. */
        TELLS_SIDE("tells the side"),
        /** It marks the throwable as a wrapper. */
        WRAPS("is a wrapper: what it wraps counts"),
        /** It is for another side. */
        OTHER_SIDE("is for another side"),
        /** Its condition is not met. */
        NOT_MET("asks for what is not so");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }
    }

    /**
     * What the classifier records of a throwable on its walk.
     *
     * @param throwable the throwable
     * @param rules the rules of its class
     * @param side its side
     * @param rule the rule that matched, or null
     * @param declared whether code of the application declared the status, before the rules
     * @param refused whether the verdict would blame the client without enough evidence
     */
    record Visit(
            Throwable throwable,
            ClassRules rules,
            FaultSide side,
            @Nullable Rule rule,
            boolean declared,
            boolean refused) {

        String className() {
            return throwable.getClass().getName();
        }

        private boolean decides(Reason because, int depth) {
            return because.decisiveClass() != null && because.depth() == depth;
        }

        private Step step(int depth, Reason because, ClassificationContext circumstances, UpstreamMode mode) {
            boolean decides = decides(because, depth);
            var trials = new ArrayList<Trial>();
            for (var tried : rules.all()) {
                boolean decisive = decides && !declared && tried.equals(rule);
                var outcome = decisive ? Outcome.DECIDES : outcome(tried, circumstances, mode);
                trials.add(new Trial(tried.toString(), tried.source().toString(), outcome));
                if (tried.equals(rule) || trials.size() == MAX_TRIALS) {
                    break;
                }
            }
            if (decides && trials.stream().noneMatch(trial -> trial.outcome() == Outcome.DECIDES)) {
                trials.add(0, new Trial(because.rule(), because.source(), Outcome.DECIDES));
            }
            return new Step(depth, className(), side, trials);
        }

        private Outcome outcome(Rule tried, ClassificationContext circumstances, UpstreamMode mode) {
            if (tried.onSide() != null && tried.onSide() != side) {
                return Outcome.OTHER_SIDE;
            }
            if (tried.effect() instanceof RuleEffect.SideOnly) {
                boolean matches = tried.setsSideIn(mode)
                        && tried.scope().includes(circumstances)
                        && tried.condition().matches(throwable);
                return matches ? Outcome.TELLS_SIDE : Outcome.NOT_MET;
            }
            if (!tried.equals(rule)) {
                return Outcome.NOT_MET;
            }
            if (tried.effect() instanceof RuleEffect.Transparent) {
                return Outcome.WRAPS;
            }
            return refused ? Outcome.REFUSED : Outcome.LOSES;
        }
    }

    /** Returns the explanation of a verdict from what the classifier recorded on the way to it. */
    static Explanation of(Verdict verdict, List<Visit> trail, ClassificationContext circumstances, UpstreamMode mode) {
        var because = verdict.reason();
        var steps = new ArrayList<Step>();
        var instead = trail.get(0).className() + " = " + (verdict.status().code() == 503 ? 500 : 503);
        for (int depth = 0; depth < trail.size(); depth++) {
            var visit = trail.get(depth);
            steps.add(visit.step(depth, because, circumstances, mode));
            if (visit.decides(because, depth)) {
                instead = visit.declared()
                        ? "nothing, for what code says itself comes before every map"
                        : visit.className() + " = " + (verdict.status().code() == 503 ? 500 : 503);
            }
        }
        return new Explanation(verdict, steps, instead);
    }

    /** Returns the explanation as lines of text. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(verdict.status() + ", on the side " + name(verdict.faultSide()) + ": "
                + verdict.reason().rule() + " (" + verdict.reason().source() + ")");
        for (var step : steps) {
            lines.add(step.depth() + " " + step.className() + ", " + name(step.side()));
            for (var trial : step.trials()) {
                var mark = trial.outcome() == Outcome.DECIDES ? "  > " : "    ";
                lines.add(mark + trial.rule() + " (" + trial.source() + ") " + trial.outcome().words);
            }
        }
        verdict.reason()
                .findRunnerUp()
                .ifPresent(loser -> lines.add("Closest rule that lost: " + loser.rule() + " (" + loser.source() + ")"));
        lines.add("For another status write into the error map: " + instead);
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private static String name(FaultSide side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
