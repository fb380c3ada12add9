package org.errorpages.evidence;

import java.net.URI;

/** Represents a host that does not exist: its domain is reserved (RFC 6761). */
final class UnknownHost implements Endpoint {

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
