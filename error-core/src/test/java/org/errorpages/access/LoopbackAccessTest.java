package org.errorpages.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the access of clients on this machine. */
final class LoopbackAccessTest {

    private static final DeveloperAccess LOOPBACK = DeveloperAccess.parse("loopback");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1",
                "[0:0:0:0:0:0:0:1]",
                "::ffff:127.0.0.1"
            })
    void aClientOnThisMachineIsPermitted(String address) {
        assertThat(LOOPBACK.permits(from(address))).isTrue();
        assertThat(LOOPBACK.permits(from(address).withHeader("Host", "localhost:8080")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1",
                "192.168.0.1",
                "128.0.0.1",
                "::2",
                "fe80::1",
                "2001:db8::1",
                "localhost",
                "127.0.0.1.",
                "127.0.0",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "127.0.0.256",
                "127.0.0.1:80",
                "127.0.0.1, 10.0.0.1",
                "::",
                "::1%",
                ":::1",
                "[::1",
                "unix:",
                "0.0.0.0"
            })
    void aClientOnAnotherMachineIsRejected(String address) {
        assertThat(LOOPBACK.permits(from(address).withHeader("Host", "localhost")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded",
                "Via",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Server",
                "X-Real-IP",
                "X-Client-IP",
                "True-Client-IP",
                "CF-Connecting-IP",
                "X-Original-Forwarded-For",
                "X-Cluster-Client-IP",
                "x-forwarded-for"
            })
    void aForwardedRequestIsRejected(String header) {
        var peer = DeveloperAccess.parse("loopback, 127.0.0.1");

        assertThat(peer.permits(from("127.0.0.1"))).isTrue();
        assertThat(peer.permits(from("127.0.0.1").withHeader(header, "127.0.0.1")))
                .isFalse();
        assertThat(peer.permits(from("127.0.0.1").withHeader(header, ""))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST",
                "shop.localhost:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]:80"
            })
    void aLocalHostHeaderIsPermitted(String host) {
        assertThat(LOOPBACK.permits(from("127.0.0.1").withHeader("Host", host))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.test",
                "evil.test:8080",
                "localhost.evil.test",
                "127.0.0.1.evil.test",
                "notlocalhost",
                "10.0.0.1",
                "[2001:db8::1]:80",
                "::::",
                "::1",
                "localhost@evil.test",
                "evil.test#localhost",
                "local host",
                "%6cocalhost",
                "127.0.0.1/",
                "\u0000",
                "localhost\u0000",
                "ℓocalhost",
                "[::2]",
                "",
                "[evil.test",
                "[]",
                "[::1]evil.test:80",
                ":8080",
                "[",
                "[]evil.test",
                "127.0.0.1:80:evil",
                "localhost:evil.test",
                "localhost:123456",
                "[.:]",
                ".:.",
                "[..::..]"
            })
    void aHostHeaderWithAnotherNameIsRejected(String host) {
        assertThat(LOOPBACK.permits(from("127.0.0.1").withHeader("Host", host))).isFalse();
    }

    private static RequestSnapshot from(String address) {
        return RequestSnapshot.of("GET", "/").withRemoteAddress(address);
    }
}
