package org.errorpages.status;

/** Where a failure happened, seen from this application. */
public enum FaultSide {
    /** Between the client and us: its request could not be read, or our answer not be delivered. */
    CLIENT,
    /** In this application or in what belongs to it: its database, pools, brokers. */
    SELF,
    /** In a server behind this application, while it acted as a gateway. */
    UPSTREAM;

    /** Returns the side of which the status speaks; 500 and the like leave it at what is known. */
    public static FaultSide of(Status status, FaultSide known) {
        if (!status.isServerError()) {
            return CLIENT;
        }
        return status.isGatewayError() ? UPSTREAM : known;
    }
}
