package org.errorpages.status;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;
import org.jspecify.annotations.Nullable;

/**
 * The status code of an error, 400–599, with the reason phrase of the IANA registry.
 *
 * @param code 400–599; also codes that nobody registered
 */
public record Status(int code) {

    /** What an unexpected failure gets: 500 Internal Server Error. */
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
     * @throws IllegalArgumentException if the code is not that of an error
     */
    public static Status of(int code) {
        return code == 500 ? INTERNAL_SERVER_ERROR : new Status(code);
    }

    /** Returns whether the code is that of a client or server error. */
    public static boolean isError(int code) {
        return code >= 400 && code <= 599;
    }

    /** Returns the registered reason phrase, or that of the x00 of its class where the code is not registered. */
    public String reason() {
        var registered = REASONS.get(code);
        return registered != null ? registered : Objects.requireNonNull(REASONS.get(code / 100 * 100));
    }

    /** Returns whether the server is at fault: 5xx. */
    public boolean isServerError() {
        return code >= 500;
    }

    /** Returns whether it speaks of a server behind the one that answers: 502, 504. */
    public boolean isGatewayError() {
        return code == 502 || code == 504;
    }

    /** Returns whether a Retry-After has a meaning with this status (RFC 9110, 10.2.3; RFC 6585, 4). */
    public boolean allowsRetryAfter() {
        return code == 503 || code == 429 || code == 413;
    }

    /** Returns the header field without which a response of this status is invalid (RFC 9110, section 15.5), or null. */
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
