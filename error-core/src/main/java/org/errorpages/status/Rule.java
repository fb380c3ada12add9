package org.errorpages.status;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of an error map.
 *
 * @param className the binary name of the class or interface it names
 * @param onSide the side on which it holds, or null for any
 * @param condition what it asks besides
 * @param when the circumstances under which it holds
 * @param effect what it says
 * @param setsSide the side that it finds for itself and all causes below, or null
 * @param mode the least setting for which it sets the side
 * @param text the line, for people
 * @param source where it stands
 */
record Rule(
        String className,
        @Nullable Side onSide,
        Condition condition,
        When when,
        Effect effect,
        @Nullable Side setsSide,
        UpstreamMode mode,
        String text,
        RuleSource source) {

    /** Returns whether the rule holds on a side, in the circumstances. */
    boolean holdsOn(Side side, Circumstances circumstances) {
        return (onSide == null || onSide == side) && when.holds(circumstances);
    }

    /** Returns what distinguishes the rule from others of its file; one that sets just the side may stand beside. */
    String key() {
        var side = onSide == null ? "" : "@" + onSide.name().toLowerCase(Locale.ROOT);
        var time = when == When.ALWAYS ? "" : " when " + when.name().toLowerCase(Locale.ROOT);
        return className + side + condition + time + (effect instanceof Effect.SideOnly ? " side" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
