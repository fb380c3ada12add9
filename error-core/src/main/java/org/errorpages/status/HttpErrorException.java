package org.errorpages.status;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a request with a chosen status: {@code throw new HttpErrorException(503, "The shop opens at nine.")}. */
public class HttpErrorException extends RuntimeException implements HttpError {

    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final @Nullable String publicDetail;
    private final @Nullable Duration retryAfter;

    /**
     * Creates an exception with a status only.
     *
     * @param status 400–599
     * @throws IllegalArgumentException if the status is not 400–599
     */
    public HttpErrorException(int status) {
        this(status, null, null, null);
    }

    /**
     * Creates an exception with a status and a sentence for the client.
     *
     * @param status 400–599
     * @param publicDetail shown to the public
     */
    public HttpErrorException(int status, String publicDetail) {
        this(status, Objects.requireNonNull(publicDetail), null, null);
    }

    /**
     * Creates an exception with all properties.
     *
     * @param status 400–599
     * @param publicDetail shown to the public, or null
     * @param retryAfter how long the client should wait, or null if unknown
     * @param cause the cause, or null; never shown to the public
     */
    public HttpErrorException(
            int status, @Nullable String publicDetail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(publicDetail == null ? "HTTP " + status : "HTTP " + status + ": " + publicDetail, cause);
        this.status = Status.of(status).code();
        this.publicDetail = publicDetail;
        this.retryAfter = retryAfter;
    }

    @Override
    public final int status() {
        return status;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public Optional<String> publicDetail() {
        return Optional.ofNullable(publicDetail);
    }
}
