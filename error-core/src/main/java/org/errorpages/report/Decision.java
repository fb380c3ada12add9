package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.status.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer has its status.
 *
 * @param because what decided, and the closest rule that lost
 * @param explanation how it was decided, line by line, perhaps empty
 * @param proxyError the error type of RFC 9209, or null
 */
public record Decision(Reason because, List<String> explanation, @Nullable String proxyError) {

    public Decision {
        Objects.requireNonNull(because);
        explanation = List.copyOf(explanation);
    }
}
