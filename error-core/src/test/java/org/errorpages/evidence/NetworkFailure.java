package org.errorpages.evidence;

import java.io.IOException;

/** Lists network failures of an upstream server, which are the same for every client. */
enum NetworkFailure {
    REFUSES("refuses the connection", 502, "connection_refused") {
        @Override
        Endpoint open() throws IOException {
            return new ClosedPort();
        }
    },
    ACCEPTS_NO_CONNECTION("accepts no connection", 504, "connection_timeout") {
        @Override
        Endpoint open() throws IOException {
            return new FullQueue();
        }

        @Override
        Timeouts timeouts() {
            return Timeouts.SHORT_CONNECT;
        }
    },
    IS_UNKNOWN("has an unknown host name", 502, "dns_error") {
        @Override
        Endpoint open() {
            return new UnknownHost();
        }
    },
    RESETS("resets the connection before its response", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.resetting());
        }
    },
    CLOSES("closes the connection before its response", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.closing());
        }
    },
    RESETS_WITHIN("resets the connection during its response", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.resettingAfter(ServerBehaviour.LENGTH_99));
        }
    },
    TRUNCATES_LENGTH("truncates a body of known length", 502, "http_response_incomplete") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.sending(ServerBehaviour.LENGTH_99));
        }
    },
    TRUNCATES_CHUNKS("truncates a chunked body", 502, "http_response_incomplete") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.sending(ServerBehaviour.CHUNK_OF_16));
        }
    },
    SPEAKS_NO_HTTP("sends a malformed response", 502, "http_protocol_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.sending("WELCOME TO TILL 7. PLEASE INSERT COIN.\r\n\r\n"));
        }
    },
    IS_SILENT("never responds", 504, "http_response_timeout") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.silentAfter(""));
        }

        @Override
        Timeouts timeouts() {
            return Timeouts.SHORT_READ;
        }
    },
    FALLS_SILENT("stops during its response", 504, "http_response_timeout") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(ServerBehaviour.silentAfter(ServerBehaviour.LENGTH_99));
        }

        @Override
        Timeouts timeouts() {
            return Timeouts.SHORT_READ;
        }
    },
    SELF_SIGNED("has a self-signed certificate", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.withCertificate("self-signed");
        }
    },
    EXPIRED("has an expired certificate", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.withCertificate("expired");
        }
    },
    WRONG_HOST("has the certificate of another host", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.withCertificate("wrong-host");
        }
    };

    private final String description;
    private final int status;
    private final String token;

    NetworkFailure(String description, int status, String token) {
        this.description = description;
        this.status = status;
        this.token = token;
    }

    abstract Endpoint open() throws IOException;

    /** Returns timeouts with which a client gets this failure and no other. */
    Timeouts timeouts() {
        return Timeouts.LONG_TIMEOUTS;
    }

    Expected expected() {
        return Expected.status(status, token);
    }

    @Override
    public String toString() {
        return "server " + description;
    }
}
