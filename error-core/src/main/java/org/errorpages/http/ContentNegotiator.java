package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the form of an answer (RFC 9110, section 12.5.1).
 *
 * <p>The highest weight wins; among equals a form that the client names, then the one it names first, then the very type
 * before its family. If the client names none, {@link ClientKind} decides among the equals. A wildcard names no form and
 * never selects one that is {@linkplain Representation#onlyByName() offered by name only}. If nothing is acceptable, the client
 * still gets the form that suits it best: an error is never turned into 406.
 *
 * @param <T> the forms
 */
public final class ContentNegotiator<T extends Representation> {

    private static final int UNNAMED = Integer.MAX_VALUE;

    private static final List<String> NAMED = List.of("Accept");
    private static final List<String> HINTED =
            Stream.concat(NAMED.stream(), ClientKind.FIELDS.stream()).toList();
    private static final List<String> PART_HEADERS =
            List.of("HX-Request", "HX-Boosted", "Turbo-Frame", "X-PJAX", "X-Requested-With");

    private final List<T> offers;
    private final Map<String, T> byType = new HashMap<>();
    private final Map<String, T> byAlternative = new HashMap<>();

    /**
     * Creates a negotiator.
     *
     * @param offers the forms, at least one; the first one goes to a client that gives no hint
     */
    public ContentNegotiator(List<T> offers) {
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("no forms given; at least one is required");
        }
        this.offers = List.copyOf(offers);
        for (var offer : offers) {
            byType.putIfAbsent(offer.mediaType().toString(), offer);
            offer.alternatives().forEach(alternative -> byAlternative.putIfAbsent(alternative.toString(), offer));
        }
    }

    /**
     * The outcome.
     *
     * @param offer the chosen form
     * @param deciding the names of the request headers that decided, for Vary
     * @param <T> the forms
     */
    public record Choice<T>(T offer, List<String> deciding) {
        public Choice {
            deciding = List.copyOf(deciding);
        }
    }

    private record Candidate<T>(T offer, int quality, int position, int specificity) {

        static final Comparator<Candidate<?>> BEST_FIRST = Comparator.<Candidate<?>>comparingInt(
                        candidate -> -candidate.quality())
                .thenComparingInt(Candidate::position)
                .thenComparingInt(candidate -> -candidate.specificity());
    }

    /** Returns whether a script requests a part of a page, to insert it into the one it has: htmx, Turbo, pjax, jQuery. */
    public static boolean wantsPart(Headers headers) {
        boolean htmx = headers.first("HX-Request").equals("true")
                && !headers.first("HX-Boosted").equals("true");
        return htmx
                || !headers.first("Turbo-Frame").isEmpty()
                || headers.first("X-PJAX").equals("true")
                || headers.first("X-Requested-With").equals("XMLHttpRequest");
    }

    /** Returns the request headers that {@link #wantsPart} reads, for Vary. */
    public static List<String> partHeaders() {
        return PART_HEADERS;
    }

    /** Returns the form for a request with the headers. */
    public Choice<T> choose(Headers headers) {
        var lines = headers.lines("Accept");
        var leading = leading(lines);
        if (leading != null) {
            return new Choice<>(leading, NAMED);
        }
        var candidates = candidates(AcceptHeader.parse(lines));
        if (candidates.isEmpty()) {
            return hinted(offers, headers);
        }
        var best = Collections.min(candidates, Candidate.BEST_FIRST);
        if (best.position() != UNNAMED) {
            return new Choice<>(best.offer(), NAMED);
        }
        var equals = candidates.stream()
                .filter(candidate -> candidate.quality() == best.quality())
                .map(Candidate::offer)
                .toList();
        return hinted(equals, headers);
    }

    /**
     * Returns the form whose type the header begins with or whose alternative is all of it, or null. No later member can
     * outrank the first one. Browsers send such headers; parsing all of one takes as long as the rest of an answer.
     */
    private @Nullable T leading(List<String> lines) {
        var line = lines.isEmpty() ? "" : lines.get(0);
        int comma = line.indexOf(',');
        var offer = byType.get(comma < 0 ? line : line.substring(0, comma));
        return offer == null && lines.size() == 1 ? byAlternative.get(line) : offer;
    }

    private List<Candidate<T>> candidates(AcceptHeader accept) {
        var candidates = new ArrayList<Candidate<T>>();
        for (var offer : offers) {
            var range = accept.rangeFor(offer);
            if (accept.ranges().isEmpty() && !offer.onlyByName()) {
                candidates.add(new Candidate<>(offer, 1000, UNNAMED, 0));
            } else if (range != null && range.quality() > 0 && !(range.wildcard() && offer.onlyByName())) {
                int position = range.wildcard() ? UNNAMED : range.position();
                candidates.add(new Candidate<>(offer, range.quality(), position, range.specificity(offer)));
            }
        }
        return candidates;
    }

    private Choice<T> hinted(List<T> equals, Headers headers) {
        var preferred = ClientKind.preferred(headers);
        var chosen = equals.stream()
                .filter(offer -> offer.mediaType().equals(preferred))
                .findFirst()
                .orElse(equals.get(0));
        return new Choice<>(chosen, HINTED);
    }
}
