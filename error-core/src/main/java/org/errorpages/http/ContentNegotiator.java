package org.errorpages.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Selects the representation of a response (RFC 9110, section 12.5.1).
 *
 * <p>The highest weight wins; among equals a representation that the client names, then the first named one, then an exact
 * match before a match of an alternative. If the client names none, the kind of client decides among the equals. A wildcard
 * never selects a representation {@linkplain Negotiable#isExplicitOnly() by name only}. If nothing is acceptable, the client
 * gets the representation for its kind: a failure must not turn into 406.
 *
 * @param <T> the type of the representations
 */
public final class ContentNegotiator<T extends Negotiable> {

    private static final int UNNAMED = Integer.MAX_VALUE;

    private static final List<String> ACCEPT = List.of("Accept");
    private static final List<String> ACCEPT_AND_CLIENT_KIND =
            List.of("Accept", "Sec-Fetch-Dest", "Sec-Fetch-Mode", "X-Requested-With", "Content-Type", "User-Agent");

    /** The request headers that {@link #wantsFragment} reads, for Vary. */
    public static final List<String> FRAGMENT_HEADERS =
            List.of("HX-Request", "HX-Boosted", "Turbo-Frame", "X-PJAX", "X-Requested-With");

    private static final Set<String> PAGE_DESTINATIONS = Set.of("document", "iframe", "frame", "embed", "object");
    private static final List<String> TERMINAL_CLIENTS = List.of("curl/", "Wget/", "HTTPie/", "xh/");

    private final List<T> representations;
    private final List<String> types;
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
        this.types = representations.stream()
                .map(each -> each.mediaType().toString())
                .toList();
        for (var each : representations) {
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

    private record Candidate<T>(T representation, int quality, int position, int specificity) {

        static final Comparator<Candidate<?>> BEST_FIRST = Comparator.<Candidate<?>>comparingInt(
                        candidate -> -candidate.quality())
                .thenComparingInt(Candidate::position)
                .thenComparingInt(candidate -> -candidate.specificity());
    }

    /** Returns whether a script requests a page fragment to insert it into a page: htmx, Turbo, pjax, jQuery. */
    public static boolean wantsFragment(RequestHeaders headers) {
        boolean isHtmx = headers.first("HX-Request").equals("true")
                && !headers.first("HX-Boosted").equals("true");
        return isHtmx
                || !headers.first("Turbo-Frame").isEmpty()
                || headers.first("X-PJAX").equals("true")
                || headers.first("X-Requested-With").equals("XMLHttpRequest");
    }

    /** Returns the representation for a request. */
    public Choice<T> choose(RequestHeaders headers) {
        var leading = leading(headers);
        if (leading != null) {
            return new Choice<>(leading, ACCEPT);
        }
        var candidates = candidates(Range.parseAll(headers.lines("Accept")));
        if (candidates.isEmpty()) {
            return byClientKind(representations, headers);
        }
        var best = Collections.min(candidates, Candidate.BEST_FIRST);
        if (best.position() != UNNAMED) {
            return new Choice<>(best.representation(), ACCEPT);
        }
        var equals = candidates.stream()
                .filter(candidate -> candidate.quality() == best.quality())
                .map(Candidate::representation)
                .toList();
        return byClientKind(equals, headers);
    }

    /**
     * Returns the representation whose type is the first member, or whose alternative is the only one, or null. No later
     * member can outrank it. Browsers and scripts send such headers, and parsing all of one takes as long as the rest of a
     * response.
     */
    private @Nullable T leading(RequestHeaders headers) {
        var line = headers.first("Accept");
        for (int i = 0; i < types.size(); i++) {
            int end = types.get(i).length();
            if (line.startsWith(types.get(i)) && (line.length() == end || line.charAt(end) == ',')) {
                return representations.get(i);
            }
        }
        var other = byAlternative.get(line);
        return other != null && headers.lines("Accept").size() == 1 ? other : null;
    }

    /** Returns the acceptable representations, each with the most specific range that matches it. */
    private List<Candidate<T>> candidates(List<Range> ranges) {
        var candidates = new ArrayList<Candidate<T>>();
        for (var each : representations) {
            @Nullable Range best = null;
            int highest = 0;
            for (var range : ranges) {
                int specificity = range.specificity(each);
                boolean rejectsOnlyAVariant = range.parametrised() && range.quality() == 0;
                if (specificity > highest && !rejectsOnlyAVariant) {
                    highest = specificity;
                    best = range;
                }
            }
            if (best != null && best.quality() > 0 && !(best.isWildcard() && each.isExplicitOnly())) {
                int position = best.isWildcard() ? UNNAMED : best.position();
                candidates.add(new Candidate<>(each, best.quality(), position, highest));
            }
        }
        return candidates;
    }

    private Choice<T> byClientKind(List<T> equals, RequestHeaders headers) {
        var preferred = typeByClientKind(headers);
        var chosen = equals.stream()
                .filter(offer -> offer.mediaType().equals(preferred))
                .findFirst()
                .orElse(equals.get(0));
        return new Choice<>(chosen, ACCEPT_AND_CLIENT_KIND);
    }

    /**
     * A member of the Accept header, which is parsed leniently and within bounds: a malformed member is skipped, and at most
     * {@value #MAX_LENGTH} characters and {@value #MAX_RANGES} members are read.
     *
     * @param type the media type or wildcard
     * @param parametrised whether parameters other than {@code charset} and {@code q} narrow it
     * @param quality the weight in thousandths
     * @param position its index among the members
     */
    record Range(MediaType type, boolean parametrised, int quality, int position) {

        static final int MAX_LENGTH = 4_096;
        static final int MAX_RANGES = 64;

        private static final List<Range> ANY = List.of(new Range(new MediaType("*", "*"), false, 1000, 0));

        /** Returns the well-formed members of all lines of the header in order, or a wildcard if there are none. */
        static List<Range> parseAll(List<String> lines) {
            var joined = String.join(",", lines);
            var members = split(joined.substring(0, Math.min(joined.length(), MAX_LENGTH)), ',', MAX_RANGES);
            var ranges = new ArrayList<Range>();
            for (int position = 0; position < members.size(); position++) {
                var range = parse(members.get(position), position);
                if (range != null) {
                    ranges.add(range);
                }
            }
            return ranges.isEmpty() ? ANY : ranges;
        }

        /** Splits a text outside quoted strings (RFC 9110, section 5.6.4); parts beyond the limit are dropped. */
        private static List<String> split(String text, char separator, int maxParts) {
            var parts = new ArrayList<String>();
            boolean quoted = false;
            int start = 0;
            for (int i = 0; i < text.length() && parts.size() < maxParts; i++) {
                char c = text.charAt(i);
                if (c == '\\' && quoted) {
                    i++;
                } else if (c == '"') {
                    quoted = !quoted;
                } else if (c == separator && !quoted) {
                    parts.add(text.substring(start, i));
                    start = i + 1;
                }
            }
            if (parts.size() < maxParts) {
                parts.add(text.substring(start));
            }
            return parts;
        }

        /** Returns the range of one member, or null if it is malformed. */
        static @Nullable Range parse(String member, int position) {
            var parts = split(member, ';', Integer.MAX_VALUE);
            int quality = 1000;
            boolean parametrised = false;
            for (var parameter : parts.subList(1, parts.size())) {
                int equals = parameter.indexOf('=');
                var key = (equals < 0 ? parameter : parameter.substring(0, equals)).strip();
                if (key.equalsIgnoreCase("q")) {
                    quality = equals < 0
                            ? -1
                            : RequestHeaders.quality(
                                    parameter.substring(equals + 1).strip());
                    // Parameters after the weight don't narrow the range (RFC 9110, section 12.5.1).
                    break;
                }
                parametrised |= !key.isEmpty() && !key.equalsIgnoreCase("charset");
            }
            var name = parts.get(0).strip();
            // HttpURLConnection used to send a lone star.
            var type = MediaType.find(name.equals("*") ? "*/*" : name);
            return quality < 0 || type == null ? null : new Range(type, parametrised, quality, position);
        }

        /** Returns the specificity of the match: 0 for none, then wildcards, alternatives and the exact type. */
        int specificity(Negotiable representation) {
            var offered = representation.mediaType();
            if (isWildcard()) {
                return type.type().equals("*") ? 1 : type.type().equals(offered.type()) ? 2 : 0;
            }
            int narrowed = parametrised ? 0 : 1;
            if (type.equals(offered)) {
                return 5 + narrowed;
            }
            for (var alternative : representation.alternatives()) {
                if (matches(alternative)) {
                    return 3 + narrowed;
                }
            }
            return 0;
        }

        /**
         * Returns whether the range names the type or, for a family such as {@code *+json}, a member of it. XHTML doesn't
         * belong to the XML family: it is a page.
         */
        boolean matches(MediaType family) {
            var subtype = type.subtype();
            boolean inFamily = family.subtype().startsWith("*+")
                    && subtype.endsWith(family.subtype().substring(1))
                    && !subtype.equals(MediaType.XHTML.subtype());
            return type.type().equals(family.type()) && (inFamily || subtype.equals(family.subtype()));
        }

        boolean isWildcard() {
            return type.subtype().equals("*");
        }
    }

    /** Returns the media type that suits the client best, guessed from {@link #ACCEPT_AND_CLIENT_KIND}. */
    private static MediaType typeByClientKind(RequestHeaders headers) {
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
