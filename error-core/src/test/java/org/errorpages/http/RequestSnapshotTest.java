package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestSnapshotTest {

    @ParameterizedTest
    @CsvSource({
        "GET, true",
        "HEAD, true",
        "OPTIONS, true",
        "TRACE, true",
        "POST, false",
        "PUT, false",
        "PATCH, false",
        "DELETE, false",
        "CONNECT, false",
        "get, false",
        "BREW, false",
        "'', false"
    })
    void onlyMethodsDefinedAsSafeAreSafe(String method, boolean safe) {
        assertThat(RequestSnapshot.of(method, "/").isSafe()).isEqualTo(safe);
    }

    @Test
    void aSnapshotOfMethodAndPathHasNoOtherValues() {
        var request = RequestSnapshot.of("GET", "/shop");

        assertThat(request).isEqualTo(new RequestSnapshot("GET", "/shop", null, RequestHeaders.none(), "", null, null));
    }

    @Test
    void eachWithMethodChangesOneComponent() {
        var request = new RequestSnapshot("PUT", "/a", "q=1", RequestHeaders.none(), "10.0.0.1", "Shop", null);

        assertThat(request.withHeader("Accept", "a").withHeader("Accept", "b"))
                .isEqualTo(new RequestSnapshot(
                        "PUT",
                        "/a",
                        "q=1",
                        RequestHeaders.none().plus("Accept", "a").plus("Accept", "b"),
                        "10.0.0.1",
                        "Shop",
                        null));
        assertThat(request.withQuery(null))
                .isEqualTo(new RequestSnapshot("PUT", "/a", null, RequestHeaders.none(), "10.0.0.1", "Shop", null));
        assertThat(request.withRemoteAddress("::1"))
                .isEqualTo(new RequestSnapshot("PUT", "/a", "q=1", RequestHeaders.none(), "::1", "Shop", null));
    }
}
