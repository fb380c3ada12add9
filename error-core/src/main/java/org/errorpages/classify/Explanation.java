package org.errorpages.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Explains a verdict by the rules tried for each throwable.
 *
 * @param verdict the verdict
 * @param steps the throwables, outermost first; empty for a status that was sent
 * @param overridingRule a line of an error map that would change the status, or null if a map cannot change it
 */
public record Explanation(Verdict verdict, List<Step> steps, @Nullable String overridingRule) {

    public Explanation {
        Objects.requireNonNull(verdict);
        steps = List.copyOf(steps);
    }

    /**
     * A throwable of the cause chain.
     *
     * @param depth its index in the cause chain; 0 is the outermost
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
     * A rule that was tried.
     *
     * @param rule the rule as text
     * @param source its file and line
     * @param outcome the result
     */
    public record Trial(String rule, String source, Outcome outcome) {}

    /** The result of trying a rule. */
    public enum Outcome {
        DECIDES("decides"),
        OUTRANKED("matches, but another rule wins"),
        REJECTED("matches, but a 4xx counts only behind transparent wrappers"),
        SETS_SIDE("sets the side"),
        WRAPPER("matches a wrapper, whose cause counts"),
        OTHER_SIDE("applies to another side"),
        NOT_MET("condition not met");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }
    }

    /** Returns the explanation of a verdict on a cause chain. */
    static Explanation of(Verdict verdict, List<ThrowableEvaluation> evaluations) {
        var reason = verdict.reason();
        boolean matched = reason.decisiveClass() != null;
        var decisive = evaluations.get(matched ? reason.depth() : 0);
        var steps = evaluations.stream()
                .map(evaluation -> evaluation.explain(matched && evaluation == decisive ? reason : null))
                .toList();
        var className = steps.get(matched ? reason.depth() : 0).className();
        var instead = matched && decisive.isDeclared()
                ? null
                : className + " = " + (verdict.status().code() == 503 ? 500 : 503);
        return new Explanation(verdict, steps, instead);
    }

    /** Returns the explanation as lines of text. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(verdict.status() + ", fault side " + name(verdict.faultSide()) + ": "
                + verdict.reason().rule() + " (" + verdict.reason().source() + ")");
        for (var step : steps) {
            lines.add(step.depth() + " " + step.className() + ", " + name(step.side()));
            for (var trial : step.trials()) {
                var mark = trial.outcome() == Outcome.DECIDES ? "  > " : "    ";
                lines.add(mark + trial.rule() + " (" + trial.source() + ") " + trial.outcome().text);
            }
        }
        verdict.reason()
                .findRunnerUp()
                .ifPresent(other -> lines.add("Runner-up: " + other.rule() + " (" + other.source() + ")"));
        lines.add(
                overridingRule == null
                        ? "No error map can change a status that " + (steps.isEmpty() ? "was sent." : "code declares.")
                        : "To change the status, add to the error map: " + overridingRule);
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
