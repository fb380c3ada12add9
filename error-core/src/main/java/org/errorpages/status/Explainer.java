package org.errorpages.status;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.errorpages.status.Explanation.Outcome;
import org.errorpages.status.Explanation.Step;
import org.errorpages.status.Explanation.Trial;

/** Walks down the causes once more, slowly, and notes what is asked on the way. */
final class Explainer {

    /** So many rules of one throwable are told; more would hide the one that matters. */
    private static final int MAX_TRIALS = 12;

    private final ErrorMap map;
    private final Clock clock;
    private final Circumstances circumstances;

    Explainer(ErrorMap map, Clock clock, Circumstances circumstances) {
        this.map = map;
        this.clock = clock;
        this.circumstances = circumstances;
    }

    Explanation explain(Verdict verdict, CauseChain chain) {
        var walk = new Walk(map, clock, circumstances);
        var steps = new ArrayList<Step>();
        for (int depth = 0; depth < chain.links().size(); depth++) {
            var suspect = chain.links().get(depth);
            boolean goesOn = walk.visit(suspect.throwable(), depth);
            steps.add(new Step(depth, suspect.className(), walk.sideHere(), trials(suspect, depth, walk, verdict)));
            if (!goesOn) {
                break;
            }
        }
        return new Explanation(verdict, steps, instead(verdict, chain));
    }

    private List<Trial> trials(Suspect suspect, int depth, Walk walk, Verdict verdict) {
        var because = verdict.because();
        boolean decisive = because.decisive() != null && because.depth() == depth;
        var trials = new ArrayList<Trial>();
        for (var rule : map.asked(suspect.throwable().getClass())) {
            boolean decides = decisive && because.rule().startsWith(rule.toString()) && comesFromTheMap(because);
            var outcome = decides ? Outcome.DECIDES : outcome(rule, suspect, depth, walk);
            trials.add(new Trial(rule.toString(), rule.source().toString(), outcome));
            boolean answers = outcome != Outcome.OTHER_SIDE && outcome != Outcome.NOT_MET;
            if (trials.size() == MAX_TRIALS || (answers && !(rule.effect() instanceof Effect.SideOnly))) {
                break;
            }
        }
        if (decisive && trials.stream().noneMatch(trial -> trial.outcome() == Outcome.DECIDES)) {
            trials.add(0, new Trial(because.rule(), because.source(), Outcome.DECIDES));
        }
        return trials;
    }

    private Outcome outcome(Rule rule, Suspect suspect, int depth, Walk walk) {
        if (rule.onSide() != null && rule.onSide() != walk.sideHere()) {
            return Outcome.OTHER_SIDE;
        }
        boolean inactive = rule.setsSide() != null && !map.reads(rule.mode());
        if (inactive || !rule.when().holds(circumstances) || !rule.condition().matches(suspect.throwable())) {
            return Outcome.NOT_MET;
        }
        if (rule.effect() instanceof Effect.SideOnly) {
            return Outcome.TELLS_SIDE;
        }
        if (rule.effect() instanceof Effect.Transparent) {
            return Outcome.WRAPS;
        }
        return walk.hasRefused(depth) ? Outcome.REFUSED : Outcome.LOSES;
    }

    /** An exception, a mapper or an annotation may say just what a rule says. */
    private boolean comesFromTheMap(Because because) {
        return map.rules().stream().anyMatch(rule -> rule.source().toString().equals(because.source()));
    }

    /** The class that decided or, where none did, the one that was thrown; the status is an example. */
    private String instead(Verdict verdict, CauseChain chain) {
        var decisive = verdict.because().decisive();
        if (decisive != null && !comesFromTheMap(verdict.because())) {
            return "nothing, for what code says itself comes before every map";
        }
        var name = decisive == null ? chain.links().get(0).className() : decisive;
        return name + " = " + (verdict.status().code() == 503 ? 500 : 503);
    }
}
