package org.errorpages.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.errorpages.classify.ErrorMap;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.report.CauseReport;
import org.errorpages.report.FrameReport;
import org.errorpages.source.ClassOrigins;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.CauseTreeBuilder.Node;

/** Builds the bounded reports of a failure's throwables. */
public final class CauseReportsBuilder {

    private static final int MAX_SOURCES = 10;
    private static final int MAX_MESSAGES = 100_000;

    private final Redactor redactor;
    private final ApplicationCode code;
    private final ClassOrigins origins = new ClassOrigins();
    private final LongSupplier nanos;

    public CauseReportsBuilder(Redactor redactor, ApplicationCode code) {
        this(redactor, code, System::nanoTime);
    }

    /** Creates a builder with a clock for the time limit of the source lookup. */
    CauseReportsBuilder(Redactor redactor, ApplicationCode code, LongSupplier nanos) {
        this.redactor = redactor;
        this.code = code;
        this.nanos = nanos;
    }

    /** A reported frame that may get a source. Lower ranks are served first. */
    private record Candidate(List<FrameReport> reports, int index, StackTraceElement frame, int rank) {}

    /** The frames that a throwable doesn't share with its parent, and the reports of the first ones. */
    private record Trace(
            Node node, int common, int hidden, StackTraceWithoutRecursion collapsed, List<FrameReport> reports) {

        /** Returns the trace with the given reports; an incomplete recursion cycle at their end is removed. */
        Trace with(List<FrameReport> newReports) {
            var first = collapsed.first(newReports.size());
            var kept = new ArrayList<>(newReports.subList(0, first.frames().size()));
            return new Trace(node, common, hidden, first, kept);
        }

        List<Candidate> candidates() {
            var candidates = new ArrayList<Candidate>();
            for (int i = 0; i < reports.size(); i++) {
                if (reports.get(i).applicationCode()) {
                    candidates.add(new Candidate(reports, i, collapsed.frames().get(i), candidates.size()));
                }
            }
            return candidates;
        }
    }

    /** Returns the reports of the chain and its suppressed throwables, each before its children. */
    public List<CauseReport> build(CauseChain chain) {
        var nodes = CauseTreeBuilder.of(chain);
        int root = indexOf(chain.root(), nodes);
        var traces = traces(nodes, root);
        addSources(traces);
        var messages = messages(nodes, root);
        return IntStream.range(0, traces.size())
                .mapToObj(i -> report(traces.get(i), messages[i]))
                .toList();
    }

    private static int indexOf(SafeThrowable root, List<Node> nodes) {
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).throwable() == root)
                .findFirst()
                .orElse(nodes.size() - 1);
    }

    private List<Trace> traces(List<Node> nodes, int root) {
        var complete = nodes.stream().map(node -> trace(node, nodes)).toList();
        var reports = reports(
                complete.stream().map(trace -> trace.collapsed().frames()).toList(), root);
        return IntStream.range(0, complete.size())
                .mapToObj(i -> complete.get(i).with(reports.get(i)))
                .toList();
    }

    private Trace trace(Node node, List<Node> nodes) {
        var parent = node.parent() < 0
                ? List.<StackTraceElement>of()
                : nodes.get(node.parent()).frames();
        var distinct = ApplicationCode.distinct(node.frames(), parent);
        int common = node.frames().size() - distinct.size();
        var visible = code.visible(distinct);
        return new Trace(
                node, common, distinct.size() - visible.size(), StackTraceWithoutRecursion.of(visible), List.of());
    }

    /** Returns the reports of the first frames of each trace, without sources. */
    List<List<FrameReport>> reports(List<List<StackTraceElement>> traces, int root) {
        return new FrameBudget(traces).distribute(root);
    }

    /** Returns the report of a frame, without its source. */
    FrameReport report(StackTraceElement frame) {
        return new FrameReport(
                ApplicationCode.line(frame.getClassName()),
                ApplicationCode.line(frame.getMethodName()),
                ApplicationCode.call(frame),
                ApplicationCode.location(frame),
                code.contains(frame, origins),
                origins.libraryOf(frame)
                        .map(library -> PrintableText.line(library, RedactedField.MAX_NAME))
                        .orElse(null),
                null,
                null);
    }

    /** The message of the root cause takes what it needs; the others share the rest. */
    private String[] messages(List<Node> nodes, int root) {
        var budget = new SizeBudget(MAX_MESSAGES);
        var messages = new String[nodes.size()];
        messages[root] = budget.cut(message(nodes.get(root)), 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            messages[i] = i == root ? messages[i] : budget.cut(message(nodes.get(i)), i + 1);
        }
        return messages;
    }

    private String message(Node node) {
        return PrintableText.block(redactor.redact(node.throwable().message()), SafeThrowable.MAX_MESSAGE);
    }

    /** Adds sources to the first application frame of each throwable, then to the second ones, innermost cause first. */
    private void addSources(List<Trace> traces) {
        // The time limit begins here, after libraries were opened for their versions.
        var sources = new SnippetReader(code.sources(), redactor, nanos);
        var candidates = new ArrayList<Candidate>();
        for (int i = traces.size() - 1; i >= 0; i--) {
            candidates.addAll(traces.get(i).candidates());
        }
        candidates.sort(Comparator.comparingInt(Candidate::rank));
        int count = code.editor().isEnabled() ? candidates.size() : Math.min(candidates.size(), MAX_SOURCES);
        for (int i = 0; i < count; i++) {
            addSource(candidates.get(i), i < MAX_SOURCES, sources);
        }
    }

    /** Adds the editor link and, if wanted, the source. */
    private void addSource(Candidate candidate, boolean withSnippet, SnippetReader sources) {
        var frame = candidate.frame();
        sources.find(frame).ifPresent(text -> {
            var snippet = withSnippet ? sources.snippet(text, frame.getLineNumber()) : null;
            var editor = code.editor().linkOf(text, frame).orElse(null);
            var reports = candidate.reports();
            reports.set(candidate.index(), reports.get(candidate.index()).withSource(snippet, editor));
        });
    }

    private static CauseReport report(Trace trace, String message) {
        var node = trace.node();
        var throwable = node.throwable();
        return new CauseReport(
                node.relation(),
                PrintableText.line(throwable.className(), RedactedField.MAX_NAME),
                message,
                trace.reports(),
                trace.collapsed().omitted() + trace.hidden(),
                trace.common(),
                node.depth(),
                ErrorMap.isRedundantWrapper(throwable),
                node.duplicate(),
                node.omitted(),
                trace.collapsed().cycles());
    }

    /**
     * Distributes a report's limited number of frames among its throwables.
     *
     * <p>In this order: the innermost frames of each throwable, all frames of the root cause, an equal share for each
     * throwable, its frames up to the first one in application code, and all others. Inner causes come first.
     */
    private final class FrameBudget {

        private static final int MAX_FRAMES = 1_000;
        private static final int INNERMOST = 3;
        private static final int MAX_BYTES = 450_000;

        /** The size of the markup around a frame in a page. */
        private static final int MARKUP = 200;

        private final List<List<StackTraceElement>> traces;
        private final List<List<FrameReport>> shown;
        private final SizeBudget bytes = new SizeBudget(MAX_BYTES);
        private int frames = MAX_FRAMES;

        private FrameBudget(List<List<StackTraceElement>> traces) {
            this.traces = traces;
            this.shown = traces.stream()
                    .<List<FrameReport>>map(any -> new ArrayList<>())
                    .toList();
        }

        private List<List<FrameReport>> distribute(int root) {
            show(root, INNERMOST);
            showEach(index -> INNERMOST);
            show(root, traces.get(root).size());
            int share = INNERMOST + frames / traces.size();
            showEach(index -> share);
            showEach(this::upToApplicationCode);
            showEach(index -> traces.get(index).size());
            return shown;
        }

        private int upToApplicationCode(int index) {
            var trace = traces.get(index);
            return IntStream.range(0, trace.size())
                    .filter(i -> code.contains(trace.get(i), origins))
                    .map(i -> i + 1)
                    .findFirst()
                    .orElse(0);
        }

        private void showEach(IntUnaryOperator count) {
            for (int i = traces.size() - 1; i >= 0; i--) {
                show(i, count.applyAsInt(i));
            }
        }

        private void show(int index, int count) {
            var trace = traces.get(index);
            var there = shown.get(index);
            while (there.size() < Math.min(count, trace.size()) && frames > 0) {
                var frame = report(trace.get(there.size()));
                if (bytes(frame) > bytes.left()) {
                    return;
                }
                bytes.take(bytes(frame));
                there.add(frame);
                frames--;
            }
        }

        /** A page contains each part of a frame twice, and some of them a third time in the name of a group. */
        private static int bytes(FrameReport frame) {
            return MARKUP + 5 * SizeBudget.bytes(frame.text()) / 2;
        }
    }
}
