package org.errorpages.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** Breaks off a response of which a part has been sent, so that no client takes it for whole. */
interface CommittedResponse {

    /** Leaves it to the container, which sees what was thrown: most close the connection or reset the stream. */
    CommittedResponse RETHROW = request -> false;

    /** Returns whether the response will be broken off without the container seeing what was thrown. */
    boolean breaksOff(HttpServletRequest request);
}
