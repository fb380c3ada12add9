package org.errorpages.evidence;

import java.net.URI;

/** Fetches a response with an HTTP client library that trusts only the test authority. */
interface Client {

    /**
     * Reads the whole body of a response, and throws the exception that an application would see.
     *
     * @param uri the address
     * @param timeouts the timeouts
     */
    void get(URI uri, Timeouts timeouts) throws Exception;
}
