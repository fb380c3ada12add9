package org.errorpages.status;

import java.util.ArrayList;
import java.util.List;
import org.errorpages.status.Explanation.Outcome;
import org.errorpages.status.Explanation.Step;
import org.errorpages.status.Explanation.Trial;

/** Walks down the causes once more, slowly, and notes what is asked on the way. */
final class Explainer implements Onlooker {

    /** So many rules of one throwable are told; more would hide the one that matters. */
    private static final int MAX_TRIALS = 12;

    private final ErrorMap map;
    private final Circumstances circumstances;
    private final Verdict verdict;
    private final List<Step> steps = new ArrayList<>();

    Explainer(ErrorMap map, Circumstances circumstances, Verdict verdict) {
        this.map = map;
        this.circumstances = circumstances;
        this.verdict = verdict;
    }

    Explanation explain(Classifier classifier, Throwable outermost) {
        classifier.thrown(outermost, circumstances, this);
        return new Explanation(verdict, steps, instead(outermost));
    }

    @Override
    public void passed(Throwable throwable, Standing here, boolean refused) {
        var trials = trials(throwable, here.side(), refused);
        steps.add(new Step(steps.size(), throwable.getClass().getName(), here.side(), trials));
    }

    private List<Trial> trials(Throwable throwable, Side side, boolean refused) {
        var because = verdict.because();
        boolean decisive = because.decisive() != null && because.depth() == steps.size();
        var trials = new ArrayList<Trial>();
        for (var rule : map.asked(throwable.getClass())) {
            boolean decides = decisive && because.rule().startsWith(rule.toString()) && comesFromTheMap(because);
            var outcome = decides ? Outcome.DECIDES : outcome(rule, throwable, side, refused);
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

    private Outcome outcome(Rule rule, Throwable throwable, Side side, boolean refused) {
        if (rule.onSide() != null && rule.onSide() != side) {
            return Outcome.OTHER_SIDE;
        }
        boolean inactive = rule.setsSide() != null && !map.reads(rule.mode());
        if (inactive || !rule.when().holds(circumstances) || !rule.condition().matches(throwable)) {
            return Outcome.NOT_MET;
        }
        if (rule.effect() instanceof Effect.SideOnly) {
            return Outcome.TELLS_SIDE;
        }
        if (rule.effect() instanceof Effect.Transparent) {
            return Outcome.WRAPS;
        }
        return refused ? Outcome.REFUSED : Outcome.LOSES;
    }

    /** An exception, a mapper or an annotation may say just what a rule says. */
    private boolean comesFromTheMap(Because because) {
        return map.rules().stream().anyMatch(rule -> rule.source().toString().equals(because.source()));
    }

    /** The class that decided or, where none did, the one that was thrown; the status is an example. */
    private String instead(Throwable outermost) {
        var decisive = verdict.because().decisive();
        if (decisive != null && !comesFromTheMap(verdict.because())) {
            return "nothing, for what code says itself comes before every map";
        }
        var name = decisive == null ? outermost.getClass().getName() : decisive;
        return name + " = " + (verdict.status().code() == 503 ? 500 : 503);
    }
}
