package org.errorpages.hint;

import java.util.List;

/**
 * Gives developers hints about failures that only an application or a library knows.
 *
 * <p>An implementation named in {@code META-INF/services/org.errorpages.hint.HintProvider} is found by
 * {@link java.util.ServiceLoader}; it is asked in development mode only, and only where a permitted developer reads. Of
 * what it gives the first {@value #MAX_SUGGESTIONS} count, cut to a length and redacted. What it throws counts as no
 * hint. It is asked in a thread of its own; one that takes longer than a second is not asked again.
 */
@FunctionalInterface
public interface HintProvider {

    /** How many suggestions about one failure are taken. */
    int MAX_SUGGESTIONS = 3;

    /** Returns what can be done about a failure, most specific first, or an empty list if that is for others to say. */
    List<Hint> suggest(FailureContext symptoms);
}
