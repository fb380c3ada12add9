package org.errorpages.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts of the throwables of one walk, kept as far as they matter: which wins, which comes next, which has no
 * right to win.
 *
 * <p>A failure has one or two. Nothing is kept in a collection but what names errors of a gateway, and that only from the
 * second one on; and the walk is its own ranking, one object that the compiler can keep off the heap.
 */
abstract sealed class Ranking permits Walk {

    private @Nullable Verdict winner;
    private Rank rankOfWinner = Rank.FALLBACK;
    private Side sideOfWinner = Side.SELF;
    private @Nullable Verdict second;
    private Rank rankOfSecond = Rank.FALLBACK;
    private @Nullable Verdict refused;
    private Rank rankOfRefused = Rank.FALLBACK;
    private long refusedDepths;
    private @Nullable Duration deepestWait;
    private @Nullable Verdict named;
    private Rank rankOfNamed = Rank.FALLBACK;
    private List<Named> namedBelow = List.of();

    private record Named(Verdict verdict, Rank rank) {}

    /**
     * Takes a verdict that may stand; of those of the same rank the first one counts.
     *
     * @param side the side on which its throwable stands
     */
    void admit(Verdict verdict, Rank rank, Side side) {
        if (winner == null || rank.compareTo(rankOfWinner) > 0) {
            second = winner;
            rankOfSecond = rankOfWinner;
            winner = verdict;
            rankOfWinner = rank;
            sideOfWinner = side;
        } else if (!verdict.because().isByTheRuleOf(winner.because())
                && (second == null || rank.compareTo(rankOfSecond) > 0)) {
            second = verdict;
            rankOfSecond = rank;
        }
        deepestWait = verdict.retryAfter() == null ? deepestWait : verdict.retryAfter();
        if (verdict.proxyError() != null) {
            name(verdict, rank);
        }
    }

    /** Takes a verdict that would blame the client without enough evidence. */
    void refuse(Verdict verdict, Rank rank) {
        refusedDepths |= 1L << verdict.because().depth();
        if (refused == null || rank.compareTo(rankOfRefused) > 0) {
            refused = verdict;
            rankOfRefused = rank;
        }
    }

    /** Returns whether what a throwable said must not blame the client. */
    boolean hasRefused(int depth) {
        return (refusedDepths >> depth & 1) == 1;
    }

    @Nullable Verdict winner() {
        return winner;
    }

    /** Returns why another verdict would stand, had it not been for the winner's rule, or null. */
    @Nullable Because loser() {
        boolean refusedCounts = refused != null && (second == null || rankOfRefused.compareTo(rankOfSecond) > 0);
        var loser = refusedCounts ? refused : second;
        return loser == null ? null : loser.because();
    }

    /** Returns when to come again: what the winner says, or else the deepest that says anything, or null. */
    @Nullable Duration wait(Verdict standing) {
        return standing.retryAfter() == null ? deepestWait : standing.retryAfter();
    }

    /** Returns how the error of a gateway is named: the exact rule farthest down does so best, if it means the same. */
    @Nullable String proxyError(Verdict standing) {
        if (sideOfWinner != Side.UPSTREAM || named == null) {
            return standing.proxyError();
        }
        for (int i = namedBelow.size() - 1; i >= 0; i--) {
            var below = namedBelow.get(i);
            if (refines(below.verdict(), below.rank(), standing)) {
                return below.verdict().proxyError();
            }
        }
        return refines(named, rankOfNamed, standing) ? named.proxyError() : standing.proxyError();
    }

    private boolean refines(Verdict verdict, Rank rank, Verdict standing) {
        boolean vague = rankOfWinner == Rank.FALLBACK && !"proxy_internal_error".equals(verdict.proxyError());
        return (rank == Rank.EXACT || vague) && verdict.status().equals(standing.status());
    }

    private void name(Verdict verdict, Rank rank) {
        if (named == null) {
            named = verdict;
            rankOfNamed = rank;
            return;
        }
        if (namedBelow.isEmpty()) {
            namedBelow = new ArrayList<>();
        }
        namedBelow.add(new Named(verdict, rank));
    }
}
