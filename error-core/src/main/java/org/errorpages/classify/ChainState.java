package org.errorpages.classify;

import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamMode;
import org.jspecify.annotations.Nullable;

/**
 * The state carried from one throwable of the cause chain to the next.
 *
 * @param told the side that a rule has set for the throwable and all its causes, or null
 * @param marked whether the application itself declared that it acts as a gateway
 * @param clear whether all outer throwables are transparent wrappers
 * @param gateway whether the application is a gateway on the path of the request
 */
record ChainState(@Nullable FaultSide told, boolean marked, boolean clear, boolean gateway) {

    /** Returns the state of the outermost throwable. */
    static ChainState first(ClassificationContext circumstances) {
        return new ChainState(null, circumstances.gateway(), true, circumstances.gateway());
    }

    /** Returns the side of the throwable. */
    FaultSide side() {
        if (told != null) {
            return told;
        }
        return gateway ? FaultSide.UPSTREAM : FaultSide.SELF;
    }

    /** Returns the state after a rule that may set the side. */
    ChainState withSideOf(@Nullable Rule rule) {
        if (rule == null) {
            return this;
        }
        var side = rule.setsSide();
        boolean declared = side == FaultSide.UPSTREAM && rule.mode() == UpstreamMode.EXPLICIT;
        return new ChainState(side, marked || declared, clear, gateway);
    }

    /** Returns this state with the fault moved upstream. */
    ChainState upstream() {
        return new ChainState(FaultSide.UPSTREAM, marked, clear, gateway);
    }

    /** Returns the state of the cause of a throwable that a rule, or none, matched. */
    ChainState behind(@Nullable Rule rule) {
        boolean transparent = rule != null && rule.effect() instanceof RuleEffect.Transparent;
        return clear && !transparent ? new ChainState(told, marked, false, gateway) : this;
    }
}
