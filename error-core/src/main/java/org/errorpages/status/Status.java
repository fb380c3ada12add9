package org.errorpages.status;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;
import org.jspecify.annotations.Nullable;

/**
 * Represents an error status code with its registered reason phrase.
 *
 * @param code 400–599, registered with IANA or not
 */
public record Status(int code) {

    /** The status of an unexpected failure: 500 Internal Server Error. */
    public static final Status INTERNAL_SERVER_ERROR = new Status(500);

    private static final Map<Integer, String> REASONS = readReasons();

    public Status {
        if (!isError(code)) {
            throw new IllegalArgumentException("status " + code + " is not an error; allowed are 400 to 599");
        }
    }

    /**
     * Returns the status of a code.
     *
     * @throws IllegalArgumentException if the code is not 400–599
     */
    public static Status of(int code) {
        return code == 500 ? INTERNAL_SERVER_ERROR : new Status(code);
    }

    /** Returns whether the code is that of a client or server error. */
    public static boolean isError(int code) {
        return code >= 400 && code <= 599;
    }

    /** Returns the registered reason phrase; an unregistered code has that of its class, such as 400. */
    public String reason() {
        var registered = REASONS.get(code);
        return registered != null ? registered : Objects.requireNonNull(REASONS.get(code / 100 * 100));
    }

    /** Returns whether the server is at fault: 5xx. */
    public boolean isServerError() {
        return code >= 500;
    }

    /** Returns whether a gateway reports a failed upstream server: 502, 504. */
    public boolean isGatewayError() {
        return code == 502 || code == 504;
    }

    /** Returns whether the status allows Retry-After (RFC 9110, 10.2.3; RFC 6585, 4). */
    public boolean allowsRetryAfter() {
        return code == 503 || code == 429 || code == 413;
    }

    /** Returns the header field that a response of this status must have (RFC 9110, section 15.5), or null. */
    public @Nullable String requiredHeader() {
        return switch (code) {
            case 401 -> "WWW-Authenticate";
            case 405 -> "Allow";
            case 407 -> "Proxy-Authenticate";
            case 426 -> "Upgrade";
            default -> null;
        };
    }

    @Override
    public String toString() {
        return code + " " + reason();
    }

    private static Map<Integer, String> readReasons() {
        return ClasspathResource.table(Status.class, "status-codes.properties").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(code -> Integer.valueOf(code.getKey()), Map.Entry::getValue));
    }
}
