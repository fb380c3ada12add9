package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;

final class SettingsRegressionTest {

    @Test
    void gatewayKeysAreKnown() {
        assertThat(ErrorPagesConfig.from(Map.of("upstream", "network", "gatewayPaths", "/p/*", "proxyName", "shop"))
                        .upstream()
                        .proxyName())
                .isEqualTo("shop");
    }

    @Test
    void laterCallsOfTheBuilderDoNotAffectABuiltInstance() {
        var builder = Fixtures.builder();
        var pages = builder.build();
        builder.map(IOException.class, 507);
        assertThat(pages.answer(Failure.thrown(new IOException()), Fixtures.request("text/plain", "en"))
                        .status()
                        .code())
                .isEqualTo(500);
    }
}
