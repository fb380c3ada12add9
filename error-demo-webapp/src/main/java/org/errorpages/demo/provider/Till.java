package org.errorpages.demo.provider;

/** The tills of the payment provider; each fails in its own way. */
public enum Till {
    /** Nobody listens. */
    REFUSED,
    /** Takes the request and drops the connection. */
    RESET,
    /** Answers, but not in HTTP. */
    GARBAGE,
    /** Shows a certificate that nobody vouches for. */
    CERTIFICATE,
    /** Takes the request and never answers. */
    SILENT
}
