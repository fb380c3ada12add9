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

    /** Returns the verdict about a failure: of all rules that its causes meet, the one of the highest rank. */
    public Verdict classify(Failure failure) {
        return classify(failure, false);
    }

    /**
     * Returns the verdict about a failure.
     *
     * @param failure what went wrong
     * @param gateway whether the application said that it is a gateway on this path, so that failures of the network
     *     are those of the server behind it
     */
    public Verdict classify(Failure failure, boolean gateway) {
        if (failure instanceof Failure.Sent sent) {
            return sent(sent.status());
        }
        return thrown(((Failure.Thrown) failure).cause(), gateway);
    }

    /** Returns how the verdict about a failure comes about. */
    public Explanation explain(Failure failure, boolean gateway) {
        var verdict = classify(failure, gateway);
        var thrown = failure.cause();
        if (thrown == null || failure instanceof Failure.Sent) {
            return new Explanation(verdict, List.of(), "nothing: who sends a status decides");
        }
        return new Explainer(map, clock).explain(verdict, CauseChain.of(thrown), gateway);
    }

    private Verdict thrown(Throwable outermost, boolean gateway) {
        var walk = new Walk(map, clock, gateway);
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
