package org.errorpages.media;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.errorpages.request.HeaderFields;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the form of an answer (RFC 9110, section 12.5.1).
 *
 * <p>The highest weight wins; among equals a form that the client names, then the one it names first, then the one that
 * has the very type rather than stands for it. Where it names none, the other headers of the request tell what kind of
 * client it is. A wildcard names no form, and stands for none that wants to be named. Where nothing is acceptable the
 * client gets the form that suits it best all the same: an error is never turned into 406.
 *
 * @param <T> the forms
 */
public final class Negotiator<T extends Offer> {

    private static final int UNNAMED = Integer.MAX_VALUE;

    private static final List<String> NAMED = List.of("Accept");
    private static final List<String> HINTED =
            Stream.concat(NAMED.stream(), ClientHints.FIELDS.stream()).toList();

    private final List<T> offers;

    /**
     * Creates a negotiator.
     *
     * @param offers the forms, at least one; the first one goes to a client of which nothing is known
     */
    public Negotiator(List<T> offers) {
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("nothing to offer");
        }
        this.offers = List.copyOf(offers);
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

    /** Returns whether the client wants but a part of a page, where it gets one. */
    public static boolean wantsPart(HeaderFields headers) {
        return ClientHints.wantsPart(headers);
    }

    /** Returns the request headers that say so, for Vary. */
    public static List<String> partHeaders() {
        return ClientHints.OF_PARTS;
    }

    private record Rated<T>(T offer, int quality, int position, int specificity) {

        boolean isBetterThan(Rated<T> other) {
            if (quality != other.quality) {
                return quality > other.quality;
            }
            return position != other.position ? position < other.position : specificity > other.specificity;
        }
    }

    /** Returns the form for a request with the headers. */
    public Choice<T> choose(HeaderFields headers) {
        var lines = headers.lines("Accept");
        var asked = lines.isEmpty() ? null : asked(lines.get(0), lines.size() == 1);
        return asked == null ? choose(AcceptHeader.parse(lines), headers) : new Choice<>(asked, NAMED);
    }

    /**
     * Returns the form of the type with which the header begins, or of the one that is all it says; null if it takes more
     * reading. Nothing that follows can be worth more, or be named earlier.
     */
    private @Nullable T asked(String line, boolean isAlone) {
        for (var offer : offers) {
            if (offer.mediaType().begins(line)) {
                return offer;
            }
        }
        return isAlone ? standingFor(line) : null;
    }

    private @Nullable T standingFor(String line) {
        for (var offer : offers) {
            for (var alternative : offer.alternatives()) {
                if (alternative.is(line)) {
                    return offer;
                }
            }
        }
        return null;
    }

    private Choice<T> choose(AcceptHeader accept, HeaderFields headers) {
        var best = best(accept);
        if (best != null && best.position() != UNNAMED) {
            return new Choice<>(best.offer(), NAMED);
        }
        int quality = best == null ? -1 : best.quality();
        return new Choice<>(suited(accept, quality, ClientHints.preferred(headers)), HINTED);
    }

    private @Nullable Rated<T> best(AcceptHeader accept) {
        Rated<T> best = null;
        for (var offer : offers) {
            var rated = rated(accept, offer);
            if (rated != null && (best == null || rated.isBetterThan(best))) {
                best = rated;
            }
        }
        return best;
    }

    private @Nullable Rated<T> rated(AcceptHeader accept, T offer) {
        if (accept.isEmpty()) {
            return offer.onlyByName() ? null : new Rated<>(offer, 1000, UNNAMED, 0);
        }
        var range = accept.rangeFor(offer);
        if (range == null || range.quality() == 0 || (range.wildcard() && offer.onlyByName())) {
            return null;
        }
        int position = range.wildcard() ? UNNAMED : range.position();
        return new Rated<>(offer, range.quality(), position, range.specificity(offer));
    }

    private T suited(AcceptHeader accept, int quality, MediaType preferred) {
        T first = null;
        for (var offer : offers) {
            var rated = quality < 0 ? null : rated(accept, offer);
            boolean acceptable = quality < 0 || (rated != null && rated.quality() == quality);
            if (acceptable && offer.mediaType().equals(preferred)) {
                return offer;
            }
            first = acceptable && first == null ? offer : first;
        }
        return Objects.requireNonNull(first);
    }
}
