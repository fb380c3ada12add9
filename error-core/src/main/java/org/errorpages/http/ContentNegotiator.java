package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Selects the representation of a response (RFC 9110, section 12.5.1).
 *
 * <p>The highest weight wins; among equals a representation that the client names, then the first named one, then an exact
 * match before a match of an alternative. If the client names none, the kind of client decides among the equals. A wildcard
 * never selects a representation {@linkplain Representation#isExplicitOnly() by name only}. If nothing is acceptable, the client
 * gets the representation for its kind: a failure must not turn into 406.
 *
 * @param <T> the type of the representations
 */
public final class ContentNegotiator<T extends Representation> {

    private static final int UNNAMED = Integer.MAX_VALUE;

    private static final List<String> ACCEPT = List.of("Accept");
    private static final List<String> ACCEPT_AND_CLIENT_KIND =
            Stream.concat(ACCEPT.stream(), ClientKind.HEADERS.stream()).toList();
    private static final List<String> PART_HEADERS =
            List.of("HX-Request", "HX-Boosted", "Turbo-Frame", "X-PJAX", "X-Requested-With");

    private final List<T> representations;
    private final Map<String, T> byType = new HashMap<>();
    private final Map<String, T> byAlternative = new HashMap<>();

    /**
     * Creates a negotiator.
     *
     * @param representations at least one; the first is the default
     */
    public ContentNegotiator(List<T> representations) {
        if (representations.isEmpty()) {
            throw new IllegalArgumentException("at least one representation is required");
        }
        this.representations = List.copyOf(representations);
        for (var each : representations) {
            byType.putIfAbsent(each.mediaType().toString(), each);
            each.alternatives().forEach(alternative -> byAlternative.putIfAbsent(alternative.toString(), each));
        }
    }

    /**
     * The selected representation and the names of the request headers that determined it, for Vary.
     *
     * @param <T> the type of the representations
     */
    public record Choice<T>(T representation, List<String> varyHeaders) {
        public Choice {
            varyHeaders = List.copyOf(varyHeaders);
        }
    }

    private record Candidate<T>(T offer, int quality, int position, int specificity) {

        static final Comparator<Candidate<?>> BEST_FIRST = Comparator.<Candidate<?>>comparingInt(
                        candidate -> -candidate.quality())
                .thenComparingInt(Candidate::position)
                .thenComparingInt(candidate -> -candidate.specificity());
    }

    /** Returns whether a script requests a page fragment to insert it into a page: htmx, Turbo, pjax, jQuery. */
    public static boolean wantsFragment(Headers headers) {
        boolean isHtmx = headers.first("HX-Request").equals("true")
                && !headers.first("HX-Boosted").equals("true");
        return isHtmx
                || !headers.first("Turbo-Frame").isEmpty()
                || headers.first("X-PJAX").equals("true")
                || headers.first("X-Requested-With").equals("XMLHttpRequest");
    }

    /** Returns the request headers that {@link #wantsFragment} reads, for Vary. */
    public static List<String> fragmentHeaders() {
        return PART_HEADERS;
    }

    /** Returns the representation for a request. */
    public Choice<T> choose(Headers headers) {
        var lines = headers.lines("Accept");
        var leading = leading(lines);
        if (leading != null) {
            return new Choice<>(leading, ACCEPT);
        }
        var candidates = candidates(AcceptHeader.parse(lines));
        if (candidates.isEmpty()) {
            return byClientKind(representations, headers);
        }
        var best = Collections.min(candidates, Candidate.BEST_FIRST);
        if (best.position() != UNNAMED) {
            return new Choice<>(best.offer(), ACCEPT);
        }
        var equals = candidates.stream()
                .filter(candidate -> candidate.quality() == best.quality())
                .map(Candidate::offer)
                .toList();
        return byClientKind(equals, headers);
    }

    /**
     * Returns the representation whose type is the first member, or whose alternative is the only one, or null. No later
     * member can outrank it. Browsers send such headers, and parsing all of one takes as long as the rest of a response.
     */
    private @Nullable T leading(List<String> lines) {
        var line = lines.isEmpty() ? "" : lines.get(0);
        int comma = line.indexOf(',');
        var offer = byType.get(comma < 0 ? line : line.substring(0, comma));
        return offer == null && lines.size() == 1 ? byAlternative.get(line) : offer;
    }

    private List<Candidate<T>> candidates(AcceptHeader accept) {
        var candidates = new ArrayList<Candidate<T>>();
        for (var offer : representations) {
            var range = accept.rangeFor(offer);
            if (accept.ranges().isEmpty() && !offer.isExplicitOnly()) {
                candidates.add(new Candidate<>(offer, 1000, UNNAMED, 0));
            } else if (range != null && range.quality() > 0 && !(range.isWildcard() && offer.isExplicitOnly())) {
                int position = range.isWildcard() ? UNNAMED : range.position();
                candidates.add(new Candidate<>(offer, range.quality(), position, range.specificity(offer)));
            }
        }
        return candidates;
    }

    private Choice<T> byClientKind(List<T> equals, Headers headers) {
        var preferred = ClientKind.preferred(headers);
        var chosen = equals.stream()
                .filter(offer -> offer.mediaType().equals(preferred))
                .findFirst()
                .orElse(equals.get(0));
        return new Choice<>(chosen, ACCEPT_AND_CLIENT_KIND);
    }

    /** Guesses the kind of client from request headers if Accept names no representation. */
    private static final class ClientKind {

        /** The request headers that {@link #preferred} reads, for Vary. */
        static final List<String> HEADERS =
                List.of("Sec-Fetch-Dest", "Sec-Fetch-Mode", "X-Requested-With", "Content-Type", "User-Agent");

        private static final Set<String> PAGE_DESTINATIONS = Set.of("document", "iframe", "frame", "embed", "object");
        private static final List<String> TERMINAL_CLIENTS = List.of("curl/", "Wget/", "HTTPie/", "xh/");

        private ClientKind() {}

        /** Returns the media type that suits the client best. */
        static MediaType preferred(Headers headers) {
            var destination = headers.first("Sec-Fetch-Dest");
            if (PAGE_DESTINATIONS.contains(destination)
                    || headers.first("Sec-Fetch-Mode").equals("navigate")) {
                return MediaType.HTML;
            }
            if (!destination.isEmpty() && !destination.equals("empty")) {
                return MediaType.TEXT;
            }
            var sent = headers.first("Content-Type").toLowerCase(Locale.ROOT);
            if (destination.equals("empty")
                    || headers.first("X-Requested-With").equals("XMLHttpRequest")
                    || sent.startsWith("application/json")
                    || sent.contains("+json")) {
                return MediaType.PROBLEM_JSON;
            }
            if (sent.startsWith("application/xml") || sent.startsWith("text/xml")) {
                return MediaType.PROBLEM_XML;
            }
            var agent = headers.first("User-Agent");
            return TERMINAL_CLIENTS.stream().anyMatch(agent::startsWith) ? MediaType.TEXT : MediaType.HTML;
        }
    }
}
