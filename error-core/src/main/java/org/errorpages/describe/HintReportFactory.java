package org.errorpages.describe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.hint.FailureContext;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.HintEngine.RuleMatch;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.Redactor;
import org.errorpages.report.CauseReport;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/** Creates redacted, bounded hints about a failure; hints of the application come first. */
record HintReportFactory(HintEngine engine, Redactor redactor, Messages messages) {

    private static final int MAX_HINTS = 5;
    private static final int MAX_TITLE = 300;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_STEPS = 10;
    private static final int MAX_STEP = 500;
    private static final int MAX_VALUE = 200;
    private static final int MAX_LINK = 500;

    /**
     * Returns the hints about a chain.
     *
     * @param reports the reports of the chain and its suppressed throwables; the middle of the chain may be missing
     */
    List<Hint> hints(CauseChain chain, List<CauseReport> reports, RequestSnapshot request) {
        var context = new FailureContext(chain.throwables(), request, messages.tag());
        int causes = chain.throwables().size();
        var provided = engine.findProvidedHints(context).stream()
                .flatMap(hint ->
                        reportIndex(hint.cause(), causes, reports).flatMap(index -> provided(hint, index)).stream());
        var matched = engine.matchRules(context, redactor::redact).stream()
                .flatMap(match ->
                        reportIndex(match.cause(), causes, reports).flatMap(index -> matched(match, index)).stream());
        return Stream.concat(provided, matched).limit(MAX_HINTS).toList();
    }

    /** Returns the index of a cause among the reports, or empty for an invalid cause or one without a report. */
    private static Optional<Integer> reportIndex(int cause, int causes, List<CauseReport> reports) {
        var indexes = new ArrayList<Integer>();
        int next = 0;
        for (var branch : CauseReport.branches(reports)) {
            indexes.add(next);
            next += branch.size();
        }
        // A chain that is too long loses its middle, never its root.
        boolean root = cause == causes - 1;
        boolean reported = cause >= 0 && cause < causes && (root || cause < indexes.size() - 1);
        return reported ? Optional.of(indexes.get(root ? indexes.size() - 1 : cause)) : Optional.empty();
    }

    private Optional<Hint> provided(Hint hint, int index) {
        var title = line(hint.title(), MAX_TITLE);
        var steps = hint.steps().stream()
                .limit(MAX_STEPS)
                .map(step -> line(step, MAX_STEP))
                .filter(step -> !step.isBlank())
                .toList();
        return title.isBlank()
                ? Optional.empty()
                : Optional.of(new Hint(title, line(hint.text(), MAX_TEXT), steps, index, link(hint.link())));
    }

    private Optional<Hint> matched(RuleMatch match, int index) {
        var values = new HashMap<String, String>();
        match.values().forEach((name, value) -> values.put(name, line(value, MAX_VALUE)));
        return match.hints().stream()
                .flatMap(name -> matched("hint." + name, values, index, match.link()).stream())
                .findFirst();
    }

    private Optional<Hint> matched(String key, Map<String, String> values, int index, @Nullable String link) {
        var title = Messages.fillAll(messages.get(key + ".title"), values);
        var text = Messages.fillAll(messages.get(key + ".text"), values);
        if (title.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var steps = messages.find(key + ".steps").stream()
                .flatMap(String::lines)
                .flatMap(step -> Messages.fillAll(step, values).stream())
                .toList();
        return Optional.of(new Hint(title.get(), text.get(), steps, index, link));
    }

    private String line(String text, int maxLength) {
        return PrintableText.line(redactor.redact(SafeThrowable.truncate(text)), maxLength);
    }

    /** Returns the link if it's a bounded http(s) URL without secrets, or else null. */
    private @Nullable String link(@Nullable String link) {
        if (link == null || link.length() > MAX_LINK || !redactor.redact(link).equals(link)) {
            return null;
        }
        try {
            var uri = new URI(link);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException invalid) {
            return null;
        }
    }
}
