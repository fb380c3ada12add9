package org.errorpages.status;

/** Lists the places where a failure can happen, seen from this application. */
public enum FaultSide {
    /** The request could not be read, or the response could not be delivered. */
    CLIENT,
    /** This application failed, or a resource of it: a database, a pool, a broker. */
    SELF,
    /** A server behind this application failed while the application acted as a gateway. */
    UPSTREAM;

    /** Returns the side that the status implies; a 5xx other than 502 and 504 implies the known side. */
    public static FaultSide of(Status status, FaultSide known) {
        if (!status.isServerError()) {
            return CLIENT;
        }
        return status.isGatewayError() ? UPSTREAM : known;
    }
}
