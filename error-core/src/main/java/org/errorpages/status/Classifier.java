package org.errorpages.status;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Decides what kind of failure it is. Stateless but for its map; a decision costs one walk down the causes. */
public final class Classifier {

    private final ErrorMap map;
    private final Clock clock;

    /** Creates a classifier that decides by a map. */
    public Classifier(ErrorMap map) {
        this(map, Clock.systemUTC());
    }

    /** Creates a classifier that decides by a map, and reads dates of others by a clock. */
    public Classifier(ErrorMap map, Clock clock) {
        this.map = Objects.requireNonNull(map);
        this.clock = Objects.requireNonNull(clock);
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
        return thrown(((Failure.Thrown) failure).cause(), circumstances);
    }

    /** Returns how the verdict about a failure comes about. */
    public Explanation explain(Failure failure, Circumstances circumstances) {
        return explain(classify(failure, circumstances), failure, circumstances);
    }

    /** Returns how a verdict came about that this classifier has given. */
    public Explanation explain(Verdict verdict, Failure failure, Circumstances circumstances) {
        if (failure instanceof Failure.Thrown thrown) {
            return new Explainer(map, clock, circumstances).explain(verdict, CauseChain.of(thrown.cause()));
        }
        return new Explanation(verdict, List.of(), "nothing: who sends a status decides");
    }

    private Verdict thrown(Throwable outermost, Circumstances circumstances) {
        var walk = new Walk(map, clock, circumstances);
        var way = CauseChain.descend(outermost);
        int depth = 0;
        for (var link = way.next(); link != null && walk.visit(link, depth); link = way.next()) {
            depth++;
        }
        return walk.verdict();
    }

    private static Verdict sent(Status status) {
        var plain = Verdict.unforeseen(Because.nothing("status " + status.code() + " was sent"));
        return plain.with(status, Side.of(status, Side.SELF));
    }
}
