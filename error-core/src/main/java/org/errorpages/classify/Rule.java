package org.errorpages.classify;

import java.util.Locale;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamMode;
import org.jspecify.annotations.Nullable;

/**
 * Represents one rule of an error map.
 *
 * @param className the binary name of a class, interface or annotation, or {@code upstream-status.NNN}
 * @param onSide the side on which the rule applies, or null for any
 * @param condition the condition on the throwable
 * @param scope the requests to which the rule applies
 * @param effect the effect of the rule
 * @param sideToSet the side that the rule sets for the throwable and its causes, or null
 * @param mode the least value of the setting {@code upstream} with which the rule sets the side
 * @param text the rule as a line of the map
 * @param source the position of the rule
 */
public record Rule(
        String className,
        @Nullable FaultSide onSide,
        RuleCondition condition,
        Scope scope,
        RuleEffect effect,
        @Nullable FaultSide sideToSet,
        UpstreamMode mode,
        String text,
        Source source) {

    /** The requests to which a rule applies. */
    enum Scope {
        ALL,
        /** Requests that store something: PUT, POST, PATCH. */
        STORING,
        /** Requests that fail while the application stops. */
        STOPPING;

        boolean includes(ClassificationContext context) {
            return switch (this) {
                case ALL -> true;
                case STORING -> context.storing();
                case STOPPING -> context.stopping();
            };
        }
    }

    /**
     * The position of a rule.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param layer {@link #BUILT_IN}, or a higher number for each file that overrules it
     */
    public record Source(String file, int line, int layer) {

        static final int BUILT_IN = 0;

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /** Returns whether the rule sets the side with a value of the setting {@code upstream}. */
    boolean setsSideIn(UpstreamMode setting) {
        return sideToSet != null && mode.compareTo(setting) <= 0;
    }

    /** Returns the key that must be unique in a file. A rule that only sets the side has its own key. */
    String key() {
        var side = onSide == null ? "" : "@" + onSide.name().toLowerCase(Locale.ROOT);
        var when = scope == Scope.ALL ? "" : " when " + scope.name().toLowerCase(Locale.ROOT);
        return className + side + condition + when + (effect instanceof RuleEffect.SideOnly ? " side" : "");
    }

    @Override
    public String toString() {
        return text;
    }
}
