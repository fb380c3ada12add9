package org.errorpages.report;

import java.util.List;
import java.util.Objects;

/**
 * What is known of a place on the way of the request, and what whoever runs it can do.
 *
 * @param place the place
 * @param facts what is known of it, each with where that is known from
 * @param next what to do there next, or the empty string
 */
public record HopDetails(HopKind place, List<String> facts, String next) {

    public HopDetails {
        Objects.requireNonNull(place);
        facts = List.copyOf(facts);
        Objects.requireNonNull(next);
    }
}
