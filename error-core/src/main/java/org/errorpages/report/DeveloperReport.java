package org.errorpages.report;

import java.util.List;
import java.util.Objects;
import org.errorpages.status.Because;
import org.jspecify.annotations.Nullable;

/**
 * What a permitted developer is told besides; redacted.
 *
 * @param diagnosis one sentence: what happened where
 * @param origin the frame of the application nearest to the root cause, one of those of {@code causes}, or null
 * @param because why the answer has its status
 * @param explanation how that was decided, line by line, perhaps empty
 * @param proxyError the error type of RFC 9209, or null
 * @param requestLine the method and the request target
 * @param handler what handled the request, such as a servlet's name, or null
 * @param headers the header fields of the request
 * @param causes what was thrown and what caused it, outermost first; empty where a status was sent
 */
public record DeveloperReport(
        String diagnosis,
        @Nullable FrameReport origin,
        Because because,
        List<String> explanation,
        @Nullable String proxyError,
        String requestLine,
        @Nullable String handler,
        List<Field> headers,
        List<CauseReport> causes) {

    public DeveloperReport {
        Objects.requireNonNull(diagnosis);
        Objects.requireNonNull(because);
        Objects.requireNonNull(requestLine);
        explanation = List.copyOf(explanation);
        headers = List.copyOf(headers);
        causes = List.copyOf(causes);
    }
}
