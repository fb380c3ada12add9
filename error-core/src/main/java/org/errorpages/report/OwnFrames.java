package org.errorpages.report;

import java.util.Arrays;
import java.util.List;
import org.errorpages.report.source.CodeOrigins;
import org.errorpages.status.CauseChain;
import org.jspecify.annotations.Nullable;

/**
 * Finds frames of the application where no report is made: no library is opened for its version, no source is read.
 *
 * @param code what is known of the application's own code
 */
record OwnFrames(ApplicationCode code) {

    /** Returns where the application is nearest to the root of a chain, or null. */
    @Nullable Spot nearestToRoot(CauseChain chain) {
        var own = new OwnCode(code.packages(), new CodeOrigins());
        var links = chain.links();
        for (int i = links.size() - 1; i >= 0; i--) {
            var above = i == 0
                    ? List.<StackTraceElement>of()
                    : frames(links.get(i - 1).frames());
            for (var frame : code.shown(Causes.distinct(frames(links.get(i).frames()), above))) {
                if (own.contains(frame)) {
                    return Spot.of(frame);
                }
            }
        }
        return null;
    }

    private static List<StackTraceElement> frames(StackTraceElement[] trace) {
        return Arrays.asList(trace);
    }
}
