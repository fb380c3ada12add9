package org.errorpages.evidence;

import java.io.IOException;

/** The ways in which a server behind fails to answer; each is the same for every client. */
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
        Patience patience() {
            return Patience.NONE_TO_CONNECT;
        }
    },
    IS_UNKNOWN("has no address", 502, "dns_error") {
        @Override
        Endpoint open() {
            return new NowhereHost();
        }
    },
    RESETS("resets the connection before its answer", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.resetting());
        }
    },
    HANGS_UP("hangs up before its answer", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.hangingUp());
        }
    },
    RESETS_WITHIN("resets the connection within its answer", 502, "connection_terminated") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.resettingAfter(Misbehaviour.LENGTH_99));
        }
    },
    TRUNCATES_LENGTH("ends a body of known length too early", 502, "http_response_incomplete") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.saying(Misbehaviour.LENGTH_99));
        }
    },
    TRUNCATES_CHUNKS("ends a chunked body too early", 502, "http_response_incomplete") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.saying(Misbehaviour.CHUNK_OF_16));
        }
    },
    SPEAKS_NO_HTTP("answers garbage", 502, "http_protocol_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.saying("WELCOME TO TILL 7. PLEASE INSERT COIN.\r\n\r\n"));
        }
    },
    IS_SILENT("never answers", 504, "http_response_timeout") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.silentAfter(""));
        }

        @Override
        Patience patience() {
            return Patience.NONE_TO_READ;
        }
    },
    FALLS_SILENT("stops within its answer", 504, "http_response_timeout") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.plain(Misbehaviour.silentAfter(Misbehaviour.LENGTH_99));
        }

        @Override
        Patience patience() {
            return Patience.NONE_TO_READ;
        }
    },
    SELF_SIGNED("shows a self-signed certificate", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.showing("self-signed");
        }
    },
    EXPIRED("shows an expired certificate", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.showing("expired");
        }
    },
    WRONG_HOST("shows the certificate of another host", 502, "tls_certificate_error") {
        @Override
        Endpoint open() throws IOException {
            return FailingUpstream.showing("wrong-host");
        }
    };

    private final String words;
    private final int status;
    private final String token;

    NetworkFailure(String words, int status, String token) {
        this.words = words;
        this.status = status;
        this.token = token;
    }

    abstract Endpoint open() throws IOException;

    /** Returns how long a client has to wait to meet the failure, and no other. */
    Patience patience() {
        return Patience.ENDLESS;
    }

    Expected expected() {
        return Expected.status(status, token);
    }

    @Override
    public String toString() {
        return "server " + words;
    }
}
