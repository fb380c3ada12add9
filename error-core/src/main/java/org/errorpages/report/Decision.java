package org.errorpages.report;

import java.util.List;
import org.errorpages.status.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The reason for a response's status, for developers.
 *
 * @param because the matching rule and its runner-up
 * @param explanation the steps of the classification, possibly empty
 * @param proxyError the error type of RFC 9209, or null
 */
public record Decision(Reason because, List<String> explanation, @Nullable String proxyError) {

    public Decision {
        explanation = List.copyOf(explanation);
    }
}
