package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.summary;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the map decides if an HttpError is unusable. */
final class HostileHttpErrorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 302, 399, 600, -1})
    void theMapDecidesIfTheStatusIsNotAnError(int status) {
        var hostile = new Hostile.Declared(() -> status, Map::of);

        assertThat(summary(classify(hostile))).isEqualTo("500 SELF");
        assertThat(summary(classify(hostile, hostile.getClass().getName() + " = 503")))
                .isEqualTo("503 SELF");
    }

    @Test
    void theMapDecidesIfAnAccessorThrows() {
        var status = new Hostile.Declared(
                () -> {
                    throw new IllegalStateException();
                },
                Map::of);
        var headers = new Hostile.Declared(() -> 404, () -> {
            throw new NoClassDefFoundError();
        });

        assertThat(summary(classify(status))).isEqualTo("500 SELF");
        assertThat(summary(classify(headers))).isEqualTo("500 SELF");
    }

    @Test
    void theMapDecidesIfTheHeadersAreNull() {
        var nullValue = new HashMap<String, @Nullable String>();
        nullValue.put("X-Quota", null);

        assertThat(summary(classify(new Hostile.Declared(() -> 404, () -> null))))
                .isEqualTo("500 SELF");
        assertThat(summary(classify(new Hostile.Declared(() -> 404, () -> unchecked(nullValue)))))
                .isEqualTo("500 SELF");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, String> unchecked(Map<String, @Nullable String> map) {
        return (Map) map;
    }
}
