package org.errorpages.status;

/** Selects the failed calls that count as upstream failures; each constant includes those before it. */
public enum UpstreamMode {
    /** Calls that the application marks: by {@link UpstreamException} or a gateway path. */
    EXPLICIT,
    /** Also exceptions that only HTTP and RPC clients throw. */
    HTTP_CLIENTS,
    /** Also any network failure except those of databases and similar resources. */
    NETWORK
}
