package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.classify.Failures.classify;
import static org.errorpages.classify.Failures.said;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exceptions whose answers cannot be used: the map decides. */
final class HostileHttpErrorTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 302, 399, 600, -1})
    void aStatusThatIsNoErrorLeavesTheMapToDecide(int status) {
        var hostile = new Hostile.Declared(() -> status, Map::of);

        assertThat(said(classify(hostile))).isEqualTo("500 SELF");
        assertThat(said(classify(hostile, hostile.getClass().getName() + " = 503")))
                .isEqualTo("503 SELF");
    }

    @Test
    void anAccessorThatThrowsLeavesTheMapToDecide() {
        var status = new Hostile.Declared(
                () -> {
                    throw new IllegalStateException();
                },
                Map::of);
        var headers = new Hostile.Declared(() -> 404, () -> {
            throw new NoClassDefFoundError();
        });

        assertThat(said(classify(status))).isEqualTo("500 SELF");
        assertThat(said(classify(headers))).isEqualTo("500 SELF");
    }

    @Test
    void headersThatAreNullLeaveTheMapToDecide() {
        var nullValue = new HashMap<String, @Nullable String>();
        nullValue.put("X-Quota", null);

        assertThat(said(classify(new Hostile.Declared(() -> 404, () -> null)))).isEqualTo("500 SELF");
        assertThat(said(classify(new Hostile.Declared(() -> 404, () -> unchecked(nullValue)))))
                .isEqualTo("500 SELF");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, String> unchecked(Map<String, @Nullable String> map) {
        return (Map) map;
    }
}
