package org.errorpages.describe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.errorpages.hint.FailureContext;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.RuleMatch;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.Placeholders;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/** Puts into words what a book of hints knows of a failure: redacted and bounded, that of the application first. */
record HintFormatter(HintEngine book, Redactor redactor, Messages messages) {

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
     * @param told the causes as they are told: those of the chain, perhaps without the middle, and what they suppressed
     */
    List<Hint> of(CauseChain chain, List<CauseReport> told, RequestSnapshot request) {
        var symptoms = new FailureContext(chain.links(), request, messages.tag());
        var places = new ToldPlaces(told, chain.links().size());
        var given = book.suggestions(symptoms).stream().flatMap(suggestion -> places.of(suggestion.cause()).stream()
                .flatMap(place -> hint(suggestion, place).stream()));
        var found = book.findings(symptoms, redactor::text).stream()
                .flatMap(
                        finding -> places.of(finding.cause()).stream().flatMap(place -> hint(finding, place).stream()));
        return Stream.concat(given, found).limit(MAX_HINTS).toList();
    }

    private Optional<Hint> hint(Hint suggestion, int place) {
        var title = line(suggestion.title(), MAX_TITLE);
        var steps = suggestion.steps().stream()
                .limit(MAX_STEPS)
                .map(step -> line(step, MAX_STEP))
                .filter(step -> !step.isBlank())
                .toList();
        return title.isBlank()
                ? Optional.empty()
                : Optional.of(
                        new Hint(title, line(suggestion.text(), MAX_TEXT), steps, place, link(suggestion.link())));
    }

    private Optional<Hint> hint(RuleMatch finding, int place) {
        var values = new HashMap<String, String>();
        finding.values().forEach((name, value) -> values.put(name, line(value, MAX_VALUE)));
        var filling = new Placeholders(values);
        return finding.hints().stream()
                .flatMap(name -> hint("hint." + name, filling, place, finding.link()).stream())
                .findFirst();
    }

    private Optional<Hint> hint(String key, Placeholders filling, int place, @Nullable String link) {
        var title = filling.fill(messages.get(key + ".title"));
        var text = filling.fill(messages.get(key + ".text"));
        if (title.isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var steps = messages.find(key + ".steps").stream()
                .flatMap(String::lines)
                .flatMap(step -> filling.fill(step).stream())
                .toList();
        return Optional.of(new Hint(title.get(), text.get(), steps, place, link));
    }

    private String line(String text, int maxLength) {
        return SafeText.line(redactor.text(SafeThrowable.bounded(text)), maxLength);
    }

    private @Nullable String link(@Nullable String link) {
        if (link == null || link.length() > MAX_LINK || !redactor.text(link).equals(link)) {
            return null;
        }
        try {
            var uri = new URI(link);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return web && uri.getHost() != null ? uri.toASCIIString() : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }

    /** Where the causes of a chain stand among those that are told. */
    private record ToldPlaces(List<CauseReport> told, int causes) {

        Optional<Integer> of(int cause) {
            var places = new ArrayList<Integer>();
            int next = 0;
            for (var branch : CauseReport.branches(told)) {
                places.add(next);
                next += branch.size();
            }
            boolean last = cause == causes - 1;
            // Of a chain that is too long the middle is left out, never the root.
            int which = last ? places.size() - 1 : cause;
            boolean known = cause >= 0 && cause < causes && (last || cause < places.size() - 1);
            return known ? Optional.of(Objects.requireNonNull(places.get(which))) : Optional.empty();
        }
    }
}
