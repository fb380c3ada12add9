package org.errorpages.status;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where one stands on the way down the causes, as far as it matters for what the next one may say.
 *
 * <p>There are few of them and all exist from the start: a step down the way makes nothing new.
 *
 * @param told the side that a throwable told, for itself and all below, or null
 * @param marked whether the application itself said that it acted as a gateway
 * @param clear whether all above are transparent wrappers
 * @param gateway whether the path of the request is a gateway's
 */
record Standing(@Nullable Side told, boolean marked, boolean clear, boolean gateway) {

    private static final Standing[] UNTOLD = all(null);
    private static final Map<Side, Standing[]> TOLD = ofEachSide();

    /** Returns the standing of what was thrown. */
    static Standing first(Circumstances circumstances) {
        return of(null, circumstances.gateway(), true, circumstances.gateway());
    }

    /** Returns the side on which a throwable stands. */
    Side side() {
        if (told != null) {
            return told;
        }
        return gateway ? Side.UPSTREAM : Side.SELF;
    }

    /** Returns whether one above has told a side. */
    boolean behindBarrier() {
        return told != null;
    }

    /** Returns the standing of a throwable of which a rule may tell the side. */
    Standing telling(@Nullable Rule rule) {
        if (rule == null) {
            return this;
        }
        var side = rule.setsSide();
        return of(side, marked || (side == Side.UPSTREAM && rule.mode() == UpstreamMode.EXPLICIT), clear, gateway);
    }

    /** Returns this standing with the server behind as the side. */
    Standing upstream() {
        return of(Side.UPSTREAM, marked, clear, gateway);
    }

    /** Returns the standing behind a throwable about which a rule decided, or none. */
    Standing behind(@Nullable Rule rule) {
        boolean transparent = rule != null && rule.effect() instanceof Effect.Transparent;
        return of(told, marked, clear && transparent, gateway);
    }

    private static Standing of(@Nullable Side told, boolean marked, boolean clear, boolean gateway) {
        var all = told == null ? UNTOLD : Objects.requireNonNull(TOLD.get(told));
        return all[(marked ? 4 : 0) + (clear ? 2 : 0) + (gateway ? 1 : 0)];
    }

    private static Standing[] all(@Nullable Side told) {
        var all = new Standing[8];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Standing(told, (i & 4) > 0, (i & 2) > 0, (i & 1) > 0);
        }
        return all;
    }

    private static Map<Side, Standing[]> ofEachSide() {
        var told = new EnumMap<Side, Standing[]>(Side.class);
        for (var side : Side.values()) {
            told.put(side, all(side));
        }
        return told;
    }
}
