package org.errorpages.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeveloperAccessTest {

    private static final DeveloperAccess LOOPBACK = DeveloperAccess.parse("loopback");

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.3, true",
        "10.1.0.0/16, 10.2.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.4/31, 10.1.2.5, true",
        "10.1.2.4/31, 10.1.2.6, false",
        "10.1.2.99/24, 10.1.2.7, true",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::7, [2001:db8:0:0:0:0:0:7], true",
        "::/0, 8.8.8.8, false",
        "10.1.0.0/16, ::ffff:10.1.0.9, true"
    })
    void aNetworkContainsTheAddressesWithItsPrefix(String network, String address, boolean permitted) {
        var clients = DeveloperAccess.parse(network);

        assertThat(clients.permits(from(address).withHeader("Host", "10.1.0.1:8080")))
                .isEqualTo(permitted);
    }

    @Test
    void oneMatchingEntryIsEnough() {
        var clients = DeveloperAccess.parse(" 10.0.0.1 ,loopback,\t2001:db8::/64 ");

        assertThat(clients.permits(from("10.0.0.1"))).isTrue();
        assertThat(clients.permits(from("::1"))).isTrue();
        assertThat(clients.permits(from("2001:db8::5"))).isTrue();
        assertThat(clients.permits(from("10.0.0.2"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "localhost",
                "dev.example.org",
                "''",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/8/8",
                "/8",
                "10.0.0",
                "10.0.0.0.0",
                "256.0.0.1",
                "10.0.0.x",
                "2001:db8::/129",
                "2001:db8",
                ":",
                "::1%eth0",
                "[::1]",
                "Loopback",
                "*",
                "10.0.0.*",
                "10.0.0.0/0008",
                "host:",
                "host:*.example.org",
                "host:dev example",
                "host:http://dev"
            })
    void aMalformedEntryIsRejectedByName(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeveloperAccess.parse("loopback," + entry))
                .withMessage("developers: '" + entry
                        + "' is not allowed; allowed: loopback, a numeric address with or without a prefix length,"
                        + " or host:NAME");
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.1, true",
        "10.1.0.1:8080, true",
        "[2001:db8::7]:8080, true",
        "localhost:8080, true",
        "dev.example.org, true",
        "DEV.example.org:8080, true",
        "shop.example, false",
        "dev.example.org.evil.test, false",
        "10.1.0.1.evil.test, false",
        "'', false"
    })
    void aNetworkClientMustUseANumericOrConfiguredHost(String host, boolean permitted) {
        var clients = DeveloperAccess.parse("10.1.0.0/16, host:dev.example.org");

        assertThat(clients.permits(from("10.1.0.9").withHeader("Host", host))).isEqualTo(permitted);
        assertThat(clients.permits(from("10.2.0.9").withHeader("Host", host))).isFalse();
    }

    @Test
    void aConfiguredHostMayNameThisMachine() {
        var request = from("127.0.0.1").withHeader("Host", "shop.test:8080");

        assertThat(DeveloperAccess.parse("loopback, host:Shop.test").permits(request))
                .isTrue();
        assertThat(DeveloperAccess.parse("loopback").permits(request)).isFalse();
        assertThat(DeveloperAccess.parse("host:shop.test").permits(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, true",
        "http://localhost:5173, true",
        "https://127.0.0.1, true",
        "http://shop.localhost, true",
        "http://evil.test, false",
        "https://localhost.evil.test, false",
        "https://localhost@evil.test, false",
        "http://10.0.0.1, false",
        "null, false",
        "localhost, false",
        "://localhost, false",
        "ftp://localhost, false",
        "chrome-extension://localhost, false",
        "'', false"
    })
    void aPageOfAnotherOriginIsRejected(String origin, boolean permitted) {
        var request = from("127.0.0.1").withHeader("Host", "localhost:8080").withHeader("Origin", origin);

        assertThat(LOOPBACK.permits(request)).isEqualTo(permitted);
        assertThat(LOOPBACK.permits(request.withHeader("Origin", "http://evil.test")))
                .isFalse();
        assertThat(LOOPBACK.permits(request.withHeader("Sec-Fetch-Site", "same-origin")))
                .isTrue();
        assertThat(LOOPBACK.permits(request.withHeader("Sec-Fetch-Site", "cross-site")))
                .isEqualTo(permitted);
    }

    @Test
    void aPageOfTheSameHostIsPermitted() {
        var clients = DeveloperAccess.parse("10.1.0.0/16");
        var request = from("10.1.0.9").withHeader("Host", "10.1.0.1:8080");

        assertThat(clients.permits(request.withHeader("Origin", "http://10.1.0.1:8080")))
                .isTrue();
        assertThat(clients.permits(request.withHeader("Origin", "http://10.6.6.6:8080")))
                .isFalse();
    }

    @Property
    void aRemoteClientIsRejectedWhateverItSends(@ForAll("hosts") String host) {
        assertThat(LOOPBACK.permits(from("203.0.113.1").withHeader("Host", host)))
                .isFalse();
    }

    @Property
    void anyHostAndAddressAreParsedWithoutAnException(@ForAll("hosts") String text) {
        assertThatCode(() -> LOOPBACK.permits(from("127.0.0.1").withHeader("Host", text)))
                .doesNotThrowAnyException();
        assertThatCode(() -> LOOPBACK.permits(from(text))).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> hosts() {
        var pieces = Arbitraries.of("[", "]", ":", "::", "1", "ffff", "127", ".", "0", "%", "/", "localhost", "\u0000");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(40));
    }

    private static RequestSnapshot from(String address) {
        return RequestSnapshot.of("GET", "/").withRemoteAddress(address);
    }
}
