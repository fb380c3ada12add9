package org.errorpages.status;

import org.jspecify.annotations.Nullable;

/**
 * The state carried from one throwable of the cause chain to the next.
 *
 * @param told the side that a rule has set for the throwable and all its causes, or null
 * @param marked whether the application itself declared that it acts as a gateway
 * @param clear whether all outer throwables are transparent wrappers
 * @param gateway whether the application is a gateway on the path of the request
 */
record Standing(@Nullable Side told, boolean marked, boolean clear, boolean gateway) {

    /** Returns the state of the outermost throwable. */
    static Standing first(Circumstances circumstances) {
        return new Standing(null, circumstances.gateway(), true, circumstances.gateway());
    }

    /** Returns the side of the throwable. */
    Side side() {
        if (told != null) {
            return told;
        }
        return gateway ? Side.UPSTREAM : Side.SELF;
    }

    /** Returns the state after a rule that may set the side. */
    Standing withSideOf(@Nullable Rule rule) {
        if (rule == null) {
            return this;
        }
        var side = rule.setsSide();
        boolean declared = side == Side.UPSTREAM && rule.mode() == UpstreamMode.EXPLICIT;
        return new Standing(side, marked || declared, clear, gateway);
    }

    /** Returns this state with the fault moved upstream. */
    Standing upstream() {
        return new Standing(Side.UPSTREAM, marked, clear, gateway);
    }

    /** Returns the state of the cause of a throwable that a rule, or none, matched. */
    Standing behind(@Nullable Rule rule) {
        boolean transparent = rule != null && rule.effect() instanceof Effect.Transparent;
        return clear && !transparent ? new Standing(told, marked, false, gateway) : this;
    }
}
