package org.errorpages.http;

import java.util.List;

/** A form in which the answer can be given. */
public interface Representation {

    /** Returns the media type of the answer. */
    MediaType mediaType();

    /**
     * Returns other types in whose place a client takes the answer, such as {@code application/json} for
     * {@code application/problem+json}; a subtype {@code *+json} stands for all that end so.
     */
    default List<MediaType> alternatives() {
        return List.of();
    }

    /** Returns whether only a client that names the type gets this form, and never one that takes any. */
    default boolean onlyByName() {
        return false;
    }
}
