package org.errorpages.hint;

import java.util.List;
import java.util.Objects;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.throwable.SafeThrowable;

/**
 * Describes a failure to a {@link HintProvider}. Nothing in it is redacted.
 *
 * @param causes the throwable and its causes, outermost first, at least one
 * @param request the request that failed
 * @param language the language of the developer, as a BCP 47 tag
 */
public record FailureContext(List<SafeThrowable> causes, RequestSnapshot request, String language) {

    public FailureContext {
        causes = List.copyOf(causes);
        Objects.requireNonNull(request);
        Objects.requireNonNull(language);
    }
}
