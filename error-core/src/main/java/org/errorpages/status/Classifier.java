package org.errorpages.status;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides what kind of failure it is. Stateless but for its map; a decision costs one walk down the causes. */
public final class Classifier {

    private static final Verdict NOTHING_SAID = Verdict.unforeseen(Because.NO_RULE);

    private final ErrorMap map;
    private final Opinions opinions;

    /** Creates a classifier that decides by a map. */
    public Classifier(ErrorMap map) {
        this(map, Clock.systemUTC());
    }

    /** Creates a classifier that decides by a map, and reads dates of others by a clock. */
    public Classifier(ErrorMap map, Clock clock) {
        this.map = Objects.requireNonNull(map);
        this.opinions = new Opinions(map, Objects.requireNonNull(clock));
    }

    /** Returns the verdict about a failure in ordinary circumstances. */
    public Verdict classify(Failure failure) {
        return classify(failure, Circumstances.ORDINARY);
    }

    /** Returns the verdict about a failure: of all rules that its causes meet, the one of the highest rank. */
    public Verdict classify(Failure failure, Circumstances circumstances) {
        if (failure instanceof Failure.Sent sent) {
            return sent(sent.status());
        }
        return thrown(((Failure.Thrown) failure).cause(), circumstances, Onlooker.NOBODY);
    }

    /** Returns how the verdict about a failure comes about. */
    public Explanation explain(Failure failure, Circumstances circumstances) {
        return explain(classify(failure, circumstances), failure, circumstances);
    }

    /** Returns how a verdict came about that this classifier has given. */
    public Explanation explain(Verdict verdict, Failure failure, Circumstances circumstances) {
        if (failure instanceof Failure.Thrown thrown) {
            return new Explainer(map, circumstances, verdict).explain(this, thrown.cause());
        }
        return new Explanation(verdict, List.of(), "nothing: who sends a status decides");
    }

    /**
     * The way down. The first throwable that tells a side fixes it for all below. A rule of 5xx counts behind anything,
     * one of 4xx only behind transparent wrappers; what the application declares counts until a side was told. What is
     * worth most wins, among equals the outermost.
     *
     * <p>Of most chains one throwable says something, once: then its verdict and because are all that is allocated.
     */
    Verdict thrown(Throwable outermost, Circumstances circumstances, Onlooker onlooker) {
        var way = CauseChain.descend(outermost);
        var here = Standing.first(circumstances);
        @Nullable Verdict sole = null;
        @Nullable Ranking several = null;
        boolean goesOn = true;
        int depth = 0;
        for (@Nullable Throwable link = outermost; link != null && goesOn; link = way.after(link)) {
            var rules = map.rulesOf(link.getClass());
            var trace = rules.evidence(link);
            boolean barrier = here.behindBarrier();
            here = barrier ? here : here.telling(rules.sideRule(link, trace, circumstances));
            var rule = rules.decidingRule(link, trace, here.side(), circumstances);
            var declared = Declaration.of(link, rule, map.mappers());
            var said = declared == null ? opinions.of(link, depth, rule, here) : declared.verdict(depth, here.side());
            boolean mayBlame = declared == null ? Opinions.mayBlame(rule, here, barrier) : !barrier || here.clear();
            boolean refused = said != null && !mayBlame && !said.status().isServerError();
            if (said != null && (refused || sole != null || several != null)) {
                several = several == null ? new Ranking(sole) : several;
                several.take(said, refused);
            } else if (said != null) {
                sole = said;
            }
            onlooker.passed(link, here, refused);
            here = opinions.after(link, rule, here).behind(rule);
            goesOn = rule == null || !rule.effect().endsTheWalk();
            depth++;
        }
        return MandatoryHeaders.check(several == null ? alone(sole, here) : several.verdict(here.marked()));
    }

    private static Verdict alone(@Nullable Verdict sole, Standing root) {
        return sole == null ? NOTHING_SAID : sole.concluded(sole.retryAfter(), sole.proxyError(), root.marked(), null);
    }

    private static Verdict sent(Status status) {
        var plain = Verdict.unforeseen(Because.nothing("status " + status.code() + " was sent"));
        return plain.with(status, Side.of(status, Side.SELF));
    }
}
