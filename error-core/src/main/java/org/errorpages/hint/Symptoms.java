package org.errorpages.hint;

import java.util.List;
import java.util.Objects;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Suspect;

/**
 * What a hint may be drawn from. Nothing in it is redacted.
 *
 * @param causes what was thrown and what caused it, outermost first, at least one
 * @param request the request that failed
 * @param language the language of the developer, as a BCP 47 tag
 */
public record Symptoms(List<Suspect> causes, RequestFacts request, String language) {

    public Symptoms {
        causes = List.copyOf(causes);
        Objects.requireNonNull(request);
        Objects.requireNonNull(language);
    }
}
