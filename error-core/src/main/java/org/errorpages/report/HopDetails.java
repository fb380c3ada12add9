package org.errorpages.report;

import java.util.List;

/**
 * Facts about a hop and the next step for its operator.
 *
 * @param facts the facts, each with its origin
 * @param nextStep the next step, or the empty string
 */
public record HopDetails(HopKind kind, List<String> facts, String nextStep) {

    public HopDetails {
        facts = List.copyOf(facts);
    }
}
