package org.errorpages.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How a verdict came about: what was asked of each throwable, and what to write to get another status.
 *
 * @param verdict the verdict
 * @param steps the throwables, outermost first; empty where a status was sent
 * @param instead a line of an error map that would change the status
 */
public record Explanation(Verdict verdict, List<Step> steps, String instead) {

    public Explanation {
        Objects.requireNonNull(verdict);
        steps = List.copyOf(steps);
        Objects.requireNonNull(instead);
    }

    /**
     * One throwable.
     *
     * @param depth how many causes down it is; 0 is what was thrown
     * @param className its binary name
     * @param side where it stands
     * @param trials the rules that were asked, in order
     */
    public record Step(int depth, String className, Side side, List<Trial> trials) {
        public Step {
            trials = List.copyOf(trials);
        }
    }

    /**
     * One rule.
     *
     * @param rule the line
     * @param source where it stands
     * @param outcome what came of it
     */
    public record Trial(String rule, String source, Outcome outcome) {}

    /** What comes of asking a rule. */
    public enum Outcome {
        /** It decides the answer. */
        DECIDES("decides"),
        /** It holds, and another one decides. */
        LOSES("holds, but another rule is worth more"),
        /** It holds, and would blame the client without enough evidence. */
        REFUSED("holds, but a 4xx counts only behind transparent wrappers"),
        /** It tells the side, and no status. */
        TELLS_SIDE("tells the side"),
        /** It says that the throwable is a wrapper. */
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

    /** Returns the explanation as lines to read. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(verdict.status() + ", on the side " + name(verdict.side()) + ": "
                + verdict.because().rule() + " (" + verdict.because().source() + ")");
        for (var step : steps) {
            lines.add(step.depth() + " " + step.className() + ", " + name(step.side()));
            for (var trial : step.trials()) {
                var mark = trial.outcome() == Outcome.DECIDES ? "  > " : "    ";
                lines.add(mark + trial.rule() + " (" + trial.source() + ") " + trial.outcome().words);
            }
        }
        verdict.because()
                .loser()
                .ifPresent(loser -> lines.add("Closest rule that lost: " + loser.rule() + " (" + loser.source() + ")"));
        lines.add("For another status write into the error map: " + instead);
        return lines;
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    private static String name(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }
}
