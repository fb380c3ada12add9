package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.errorpages.classify.ErrorMap;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.CauseTreeBuilder.Node;

/** Turns throwables into reports, within bounds; for one failure. */
public final class CauseReportBuilder {

    private static final int MAX_SOURCES = 10;
    private static final int MAX_MESSAGES = 100_000;

    private final Redactor redactor;
    private final FrameReportFactory frames;
    private final LongSupplier nanos;
    private final ApplicationCode code;

    public CauseReportBuilder(Redactor redactor, ApplicationCode code) {
        this(redactor, code, System::nanoTime);
    }

    public CauseReportBuilder(Redactor redactor, ApplicationCode code, LongSupplier nanos) {
        this.redactor = redactor;
        this.frames = new FrameReportFactory(code);
        this.nanos = nanos;
        this.code = code;
    }

    /** A frame of a report that may show its source; the lower the rank, the sooner. */
    private record Candidate(List<FrameReport> reports, int place, StackTraceElement frame, int rank) {}

    /** The frames of a throwable that it does not share with its parent, as they are and as they are reported. */
    private record Trace(Node node, int common, int hidden, CollapsedTrace unrolled, List<FrameReport> reports) {

        /** Returns the trace with the first of its frames only. */
        Trace first(List<FrameReport> shown) {
            var first = unrolled.first(shown.size());
            return new Trace(
                    node,
                    common,
                    hidden,
                    first,
                    new ArrayList<>(shown.subList(0, first.frames().size())));
        }

        List<Candidate> candidates() {
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < reports.size(); i++) {
                if (reports.get(i).applicationCode()) {
                    candidates.add(new Candidate(reports, i, unrolled.frames().get(i), candidates.size()));
                }
            }
            return candidates;
        }
    }

    public List<CauseReport> of(CauseChain chain) {
        var nodes = CauseTreeBuilder.of(chain);
        int root = placeOf(chain.root(), nodes);
        var traces = traces(nodes, root);
        showSources(traces);
        var messages = messages(nodes, root);
        return IntStream.range(0, traces.size())
                .mapToObj(place -> report(traces.get(place), messages[place]))
                .toList();
    }

    private static int placeOf(SafeThrowable root, List<Node> nodes) {
        return IntStream.range(0, nodes.size())
                .filter(place -> nodes.get(place).suspect() == root)
                .findFirst()
                .orElse(nodes.size() - 1);
    }

    private List<Trace> traces(List<Node> nodes, int root) {
        var whole = nodes.stream().map(node -> trace(node, nodes)).toList();
        var shown = FrameBudget.of(
                whole.stream().map(trace -> trace.unrolled().frames()).toList(), root, frames);
        return IntStream.range(0, whole.size())
                .mapToObj(place -> whole.get(place).first(shown.get(place)))
                .toList();
    }

    /** That of the root has room before all others, which share the rest. */
    private String[] messages(List<Node> nodes, int root) {
        var room = new SizeBudget(MAX_MESSAGES);
        var messages = new String[nodes.size()];
        messages[root] = room.cut(message(nodes.get(root)), 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            messages[i] = i == root ? messages[i] : room.cut(message(nodes.get(i)), i + 1);
        }
        return messages;
    }

    private String message(Node node) {
        return SafeText.block(redactor.text(node.suspect().message()), SafeThrowable.MAX_MESSAGE);
    }

    private Trace trace(Node node, List<Node> nodes) {
        var above = node.parent() < 0
                ? List.<StackTraceElement>of()
                : nodes.get(node.parent()).frames();
        var distinct = FrameReportFactory.distinct(node.frames(), above);
        int common = node.frames().size() - distinct.size();
        var shown = code.shown(distinct);
        return new Trace(node, common, distinct.size() - shown.size(), CollapsedTrace.of(shown), List.of());
    }

    /** Shows first what each throwable has first, that nearest to the root before. */
    private void showSources(List<Trace> traces) {
        // Its time begins here, not while libraries are opened for their versions.
        var sources = new SourceLookup(code.sources(), redactor, nanos);
        var candidates = new ArrayList<Candidate>();
        for (int i = traces.size() - 1; i >= 0; i--) {
            candidates.addAll(traces.get(i).candidates());
        }
        candidates.sort(Comparator.comparingInt(Candidate::rank));
        int shown = code.editor().anyMade() ? candidates.size() : Math.min(candidates.size(), MAX_SOURCES);
        for (int i = 0; i < shown; i++) {
            showSource(candidates.get(i), i < MAX_SOURCES, sources);
        }
    }

    /** Shows the source and what opens it, or the latter only. */
    private void showSource(Candidate candidate, boolean whole, SourceLookup sources) {
        var frame = candidate.frame();
        sources.textOf(frame).ifPresent(text -> {
            var snippet = whole ? sources.snippet(text, frame.getLineNumber()) : null;
            var editor = code.editor().linkOf(text, frame).orElse(null);
            var reports = candidate.reports();
            reports.set(candidate.place(), reports.get(candidate.place()).with(snippet, editor));
        });
    }

    private CauseReport report(Trace trace, String message) {
        var node = trace.node();
        var suspect = node.suspect();
        return new CauseReport(
                node.relation(),
                SafeText.line(suspect.className(), RedactedField.MAX_NAME),
                message,
                trace.reports(),
                trace.unrolled().omitted() + trace.hidden(),
                trace.common(),
                node.depth(),
                ErrorMap.isMereWrapper(suspect),
                node.seen(),
                node.omitted(),
                trace.unrolled().repeats());
    }
}
