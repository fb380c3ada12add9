package org.errorpages.classify;

import java.util.Locale;
import org.errorpages.status.FaultSide;
import org.errorpages.status.UpstreamMode;
import org.jspecify.annotations.Nullable;

/**
 * One rule of an error map.
 *
 * @param className the binary name of a class, interface or annotation, or {@code upstream-status.NNN}
 * @param onSide the side on which the rule applies, or null for any
 * @param condition what the throwable has to match besides
 * @param scope the requests to which the rule applies
 * @param effect what the rule decides
 * @param setsSide the side that the rule sets for the throwable and all its causes, or null
 * @param mode the least setting {@code upstream} in which the rule sets the side
 * @param text the rule as a line of the map
 * @param source where the rule stands
 */
public record Rule(
        String className,
        @Nullable FaultSide onSide,
        RuleCondition condition,
        Scope scope,
        RuleEffect effect,
        @Nullable FaultSide setsSide,
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

        boolean includes(ClassificationContext circumstances) {
            return switch (this) {
                case ALL -> true;
                case STORING -> circumstances.storing();
                case STOPPING -> circumstances.stopping();
            };
        }
    }

    /**
     * Where a rule stands.
     *
     * @param file the name of the file
     * @param line the line, from 1
     * @param layer {@link #BUILT_IN}, or more for each file that overrules it
     * @param text file and line, as verdicts name them
     */
    public record Source(String file, int line, int layer, String text) {

        static final int BUILT_IN = 0;

        Source(String file, int line, int layer) {
            this(file, line, layer, file + ":" + line);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Returns whether the rule sets the side under a setting {@code upstream}. */
    boolean setsSideIn(UpstreamMode setting) {
        return setsSide != null && mode.compareTo(setting) <= 0;
    }

    /** Returns what has to be unique in a file. A rule that only sets the side may stand beside another one. */
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
