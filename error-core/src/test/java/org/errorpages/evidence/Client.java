package org.errorpages.evidence;

import java.net.URI;

/** A library that fetches something by HTTP. It trusts the authority of the certificates and nobody else. */
interface Client {

    /**
     * Reads the whole body of an answer, and throws what an application would get to see.
     *
     * @param uri the address
     * @param patience how long to wait
     */
    void get(URI uri, Patience patience) throws Exception;
}
