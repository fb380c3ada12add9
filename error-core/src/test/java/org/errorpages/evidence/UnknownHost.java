package org.errorpages.evidence;

import java.net.URI;

/** A host that no name server knows: the domain is reserved for that (RFC 6761). */
final class NowhereHost implements Endpoint {

    @Override
    public int port() {
        return 80;
    }

    @Override
    public URI uri() {
        return URI.create("http://nowhere.invalid/");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
