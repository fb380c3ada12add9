package org.errorpages.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private final SnippetSource sources;
    private final List<CauseReport> reports = new ArrayList<>();

    Causes(Redactor redactor, ApplicationCode code) {
        this.redactor = redactor;
        this.ownCode = new OwnCode(code.packages());
        this.sources = code.sources();
    }

    List<CauseReport> of(CauseChain chain) {
        StackTraceElement[] above = {};
        int places = Math.max(0, MAX_CAUSES - chain.links().size());
        for (int i = 0; i < chain.links().size(); i++) {
            // Of a chain that is too long the middle is left out, never the root.
            if (i >= MAX_CAUSES - 1 && i < chain.links().size() - 1) {
                continue;
            }
            var link = chain.links().get(i);
            var frames = link.frames();
            add(relation(chain, i), link, frames, above);
            places -= addSuppressed(link, frames, Math.min(places, MAX_SUPPRESSED));
            above = frames;
        }
        return reports;
    }

    private int addSuppressed(Suspect link, StackTraceElement[] above, int places) {
        var suppressed =
                link.suppressed().stream().limit(places).map(Suspect::new).toList();
        suppressed.forEach(suspect -> add(Relation.SUPPRESSED, suspect, suspect.frames(), above));
        return suppressed.size();
    }

    private void add(Relation relation, Suspect suspect, StackTraceElement[] frames, StackTraceElement[] above) {
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
                common,
                source(frames, kept)));
    }

    private @Nullable Snippet source(StackTraceElement[] frames, int kept) {
        return Arrays.stream(frames, 0, kept)
                .filter(ownCode::contains)
                .findFirst()
                .flatMap(this::source)
                .orElse(null);
    }

    private Optional<Snippet> source(StackTraceElement frame) {
        return sources.textOf(frame).flatMap(text -> Snippet.of(text, frame.getLineNumber(), redactor));
    }

    private static Relation relation(CauseChain chain, int place) {
        if (place == 0) {
            return Relation.THROWN;
        }
        return chain.nexts().contains(place) ? Relation.NEXT : Relation.CAUSE;
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
