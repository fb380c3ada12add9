package org.errorpages.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.errorpages.report.CauseReport.Relation;
import org.errorpages.status.CauseChain;
import org.errorpages.status.Suspect;
import org.jspecify.annotations.Nullable;

/** Turns a cause chain into reports, within bounds. */
final class Causes {

    private static final int MAX_CAUSES = 25;
    private static final int MAX_SUPPRESSED = 10;
    private static final int MAX_FRAMES = 200;

    private final Redactor redactor;
    private final OwnCode ownCode;
    private final List<CauseReport> reports = new ArrayList<>();

    Causes(Redactor redactor, OwnCode ownCode) {
        this.redactor = redactor;
        this.ownCode = ownCode;
    }

    List<CauseReport> of(CauseChain chain) {
        StackTraceElement[] above = {};
        Suspect previous = null;
        for (var link : chain.links()) {
            var frames = link.frames();
            add(relation(previous, link), link, frames, above);
            addSuppressed(link, frames);
            above = frames;
            previous = link;
        }
        return reports;
    }

    private void addSuppressed(Suspect link, StackTraceElement[] above) {
        link.suppressed().stream().limit(MAX_SUPPRESSED).map(Suspect::new).forEach(suppressed -> {
            add(Relation.SUPPRESSED, suppressed, suppressed.frames(), above);
        });
    }

    private void add(Relation relation, Suspect suspect, StackTraceElement[] frames, StackTraceElement[] above) {
        if (reports.size() >= MAX_CAUSES) {
            return;
        }
        int common = common(frames, above);
        int distinct = frames.length - common;
        int kept = Math.min(distinct, MAX_FRAMES);
        reports.add(new CauseReport(
                relation,
                ForeignText.line(suspect.className(), Field.MAX_NAME),
                ForeignText.block(redactor.text(suspect.message()), Suspect.MAX_MESSAGE),
                Arrays.stream(frames, 0, kept)
                        .map(frame -> FrameReport.of(frame, ownCode.contains(frame)))
                        .toList(),
                distinct - kept,
                common));
    }

    private static Relation relation(@Nullable Suspect previous, Suspect link) {
        if (previous == null) {
            return Relation.THROWN;
        }
        return previous.cause() == link.throwable() ? Relation.CAUSE : Relation.NEXT;
    }

    /** Returns how many frames two traces share at their outer end, as a printed stack trace counts them. */
    private static int common(StackTraceElement[] frames, StackTraceElement[] above) {
        int common = 0;
        while (common < Math.min(frames.length, above.length)
                && frames[frames.length - 1 - common].equals(above[above.length - 1 - common])) {
            common++;
        }
        return common;
    }
}
