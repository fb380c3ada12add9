package org.errorpages.status;

/** From which evidence on a failed call counts as a gateway's; each constant takes in what the ones before it do. */
public enum UpstreamMode {
    /** Only what the application marks: {@link UpstreamException}, a gateway path. */
    EXPLICIT,
    /** Also what only a client of HTTP or of remote calls throws. */
    HTTP_CLIENTS,
    /** Every failure of the network, but for those of a database and the like. */
    NETWORK
}
