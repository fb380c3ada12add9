package org.errorpages.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.request.HeaderFields;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the form of an answer (RFC 9110, section 12.5.1).
 *
 * <p>The highest weight wins; among equals a form that the client names, then the one it names first. Where it names
 * none, the other headers of the request tell what kind of client it is. A wildcard names no form, and stands for none
 * that wants to be named. Where nothing is acceptable the client gets
 * the form that suits it best all the same: an error is never turned into 406.
 *
 * @param <T> the forms
 */
public final class Negotiator<T extends Offer> {

    private static final int UNNAMED = Integer.MAX_VALUE;

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

    private record Rated<T>(T offer, int quality, int position) {}

    /** Returns the form for a request with the headers. */
    public Choice<T> choose(HeaderFields headers) {
        var accept = AcceptHeader.parse(headers.lines("Accept"));
        var best = best(accept);
        if (best != null && best.position() != UNNAMED) {
            return new Choice<>(best.offer(), List.of("Accept"));
        }
        int quality = best == null ? -1 : best.quality();
        var suited = suited(accept, quality, ClientHints.preferred(headers));
        var fields = new ArrayList<>(List.of("Accept"));
        fields.addAll(ClientHints.FIELDS);
        return new Choice<>(suited, fields);
    }

    private @Nullable Rated<T> best(AcceptHeader accept) {
        return offers.stream()
                .map(offer -> rated(accept, offer))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt((Rated<T> rated) -> -rated.quality())
                        .thenComparingInt(Rated::position))
                .orElse(null);
    }

    private Optional<Rated<T>> rated(AcceptHeader accept, T offer) {
        if (accept.isEmpty()) {
            return offer.onlyByName() ? Optional.empty() : Optional.of(new Rated<>(offer, 1000, UNNAMED));
        }
        return accept.rangeFor(offer)
                .filter(range -> range.quality() > 0 && !(range.wildcard() && offer.onlyByName()))
                .map(range -> new Rated<>(offer, range.quality(), range.wildcard() ? UNNAMED : range.position()));
    }

    private T suited(AcceptHeader accept, int quality, MediaType preferred) {
        T first = null;
        for (var offer : offers) {
            boolean acceptable = quality < 0
                    || rated(accept, offer)
                            .filter(rated -> rated.quality() == quality)
                            .isPresent();
            if (acceptable && offer.mediaType().equals(preferred)) {
                return offer;
            }
            first = acceptable && first == null ? offer : first;
        }
        return Objects.requireNonNull(first);
    }
}
