package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.ErrorMap.UpstreamMode;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UpstreamFailureSettingsTest {

    @Test
    void theDefaultCountsHttpClientsOnly() {
        assertThat(UpstreamFailureSettings.from(CheckedSettings.of(Map.of(), UpstreamFailureSettings.KEYS)))
                .isEqualTo(new UpstreamFailureSettings(UpstreamMode.HTTP_CLIENTS, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({"explicit, EXPLICIT", "http-clients, HTTP_CLIENTS", "' network ', NETWORK"})
    void theModeIsReadByItsName(String name, UpstreamMode mode) {
        assertThat(settings("upstream", name).mode()).isEqualTo(mode);
    }

    @Test
    void pathsAndNameAreRead() {
        var settings = settings("gatewayPaths", " /proxy/* ,, /pay", "proxyName", " shop ");

        assertThat(settings.paths()).containsExactly("/proxy/*", "/pay");
        assertThat(settings.proxyName()).isEqualTo("shop");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upstream | always | explicit, http-clients, network",
                "upstream | HTTP_CLIENTS | explicit, http-clients, network",
                "upstream | '' | explicit, http-clients, network",
                "gatewayPaths | proxy/* | paths such as /proxy/* or /pay",
                "gatewayPaths | /proxy* | paths such as /proxy/* or /pay",
                "gatewayPaths | /*/proxy | paths such as /proxy/* or /pay",
                "gatewayPaths | /a/*/* | paths such as /proxy/* or /pay",
                "gatewayPaths | * | paths such as /proxy/* or /pay",
                "proxyName | Läden | printable ASCII"
            })
    void anInvalidValueIsRejectedWithTheAllowedOnes(String key, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(key, value))
                .withMessage(key + " = '" + value + "' is not allowed; allowed: " + allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy/*, /proxy, true",
        "/proxy/*, /proxy/, true",
        "/proxy/*, /proxy/a/b, true",
        "/proxy/*, /proxying, false",
        "/proxy/*, /a/proxy/b, false",
        "/pay, /pay, true",
        "/pay, /pay/, false",
        "/pay, /payments, false",
        "/*, /, true",
        "/*, /any, true",
        "'/a,/b/*', /b/c, true"
    })
    void aPathMatchesAFolderOrExactly(String paths, String path, boolean matches) {
        assertThat(settings("gatewayPaths", paths).isGateway(RequestSnapshot.of("GET", path)))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "shop | shop",
                "*shop.example:8080/a | *shop.example:8080/a",
                "Harbour Books | \"Harbour Books\"",
                "7seas | \"7seas\"",
                "a;b | \"a;b\"",
                "a\"b\\c | \"a\\\"b\\\\c\""
            })
    void theNameIsATokenOrAString(String name, String item) {
        assertThat(proxyStatus(settings("proxyName", name), upstreamFailure()))
                .isEqualTo(item + "; error=connection_refused");
    }

    @Test
    void aGatewayPathSendsTheErrorType() {
        var settings = settings("proxyName", "shop", "gatewayPaths", "/orders/*");

        assertThat(proxyStatus(settings, new ConnectException())).isEqualTo("shop; error=connection_refused");
        assertThat(proxyStatus(settings, new SQLException("?", "08001"))).isNull();
        assertThat(proxyStatus(settings, new IllegalStateException())).isNull();
    }

    @Test
    void anErrorTypeThatIsOnlyAGuessIsNotSent() {
        var network = settings("proxyName", "shop", "upstream", "network", "gatewayPaths", "/elsewhere");

        assertThat(proxyStatus(network, new ConnectException())).isNull();
        assertThat(proxyStatus(network, new HttpTimeoutException("?"))).isNull();
    }

    @Test
    void withoutANameNoHeaderIsSent() {
        assertThat(proxyStatus(settings("gatewayPaths", "/*"), upstreamFailure()))
                .isNull();
    }

    @Test
    void theUpstreamStatusIsSent() {
        var settings = settings("proxyName", "shop");

        assertThat(proxyStatus(settings, new UpstreamException("till", new UpstreamError(401))))
                .isEqualTo("shop; error=http_protocol_error; received-status=401");
        assertThat(proxyStatus(settings, new UpstreamError(401))).isNull();
    }

    /** An exception of an HTTP client with the status of the upstream. */
    public static final class UpstreamError extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;

        UpstreamError(int status) {
            this.status = status;
        }

        /** Returns the status of the upstream. */
        public int status() {
            return status;
        }
    }

    private static Throwable upstreamFailure() {
        return new UpstreamException("till", new ConnectException());
    }

    private static @Nullable String proxyStatus(UpstreamFailureSettings gateway, Throwable thrown) {
        var plain = ErrorPagesConfig.defaults();
        var config = new ErrorPagesConfig(
                plain.mode(),
                plain.developers(),
                plain.locales(),
                "en",
                plain.site(),
                plain.theme(),
                plain.customResources(),
                plain.developer(),
                gateway,
                plain.logStacks());
        var map = ErrorMap.builtIn()
                .overruledBy(UpstreamError.class.getName() + " = upstream-status-from status", "test");
        return ErrorPages.builder()
                .config(config)
                .errorMap(map)
                .build()
                .answer(Failure.thrown(thrown), Fixtures.request("text/plain", "en"))
                .headers()
                .get("Proxy-Status");
    }

    private static UpstreamFailureSettings settings(String... keysAndValues) {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            settings.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return UpstreamFailureSettings.from(CheckedSettings.of(settings, UpstreamFailureSettings.KEYS));
    }
}
