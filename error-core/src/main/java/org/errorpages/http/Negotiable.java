package org.errorpages.http;

import java.util.List;

/** A format that content negotiation can select. */
public interface Negotiable {

    /** Returns the media type of the response. */
    MediaType mediaType();

    /**
     * Returns other types that select this format, such as {@code application/json} for {@code application/problem+json}. A
     * subtype {@code *+json} matches all subtypes with this suffix.
     */
    default List<MediaType> alternatives() {
        return List.of();
    }

    /** Returns whether only a type in Accept selects this format, never a wildcard. */
    default boolean isExplicitOnly() {
        return false;
    }
}
