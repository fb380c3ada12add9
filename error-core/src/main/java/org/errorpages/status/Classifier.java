package org.errorpages.status;

import java.util.Objects;

/** Decides what kind of failure it is. Stateless but for its map; a decision costs one walk down the causes. */
public final class Classifier {

    private final ErrorMap map;

    /** Creates a classifier that decides by a map. */
    public Classifier(ErrorMap map) {
        this.map = Objects.requireNonNull(map);
    }

    /** Returns the verdict about a failure: of all rules that its causes meet, the one of the highest rank. */
    public Verdict classify(Failure failure) {
        if (failure instanceof Failure.Sent sent) {
            return sent(sent.status());
        }
        return thrown(CauseChain.of(((Failure.Thrown) failure).cause()));
    }

    private Verdict thrown(CauseChain chain) {
        var walk = new Walk(map);
        int depth = 0;
        for (var link : chain.links()) {
            walk.visit(link, depth++);
        }
        return walk.verdict();
    }

    private static Verdict sent(Status status) {
        var plain = Verdict.unforeseen(Because.nothing("status " + status.code() + " was sent"));
        return plain.with(status, Side.of(status, Side.SELF));
    }
}
