package org.errorpages.hint;

import java.util.List;

/**
 * Provides hints about failures that only an application or a library understands.
 *
 * <p>The {@link java.util.ServiceLoader} finds implementations in
 * {@code META-INF/services/org.errorpages.hint.HintProvider}, in development mode only. A provider is called in a thread
 * of its own, and only if a permitted developer reads the response. The first {@value #MAX_HINTS} hints are
 * truncated, redacted and shown. A provider that throws is ignored; one that needs more than a second is not called
 * again.
 */
@FunctionalInterface
public interface HintProvider {

    /** The maximum number of hints about one failure. */
    int MAX_HINTS = 3;

    /** Returns hints about a failure, the most specific one first, or an empty list. */
    List<Hint> suggest(FailureContext failure);
}
