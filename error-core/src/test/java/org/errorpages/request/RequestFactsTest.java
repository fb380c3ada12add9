package org.errorpages.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RequestFactsTest {

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
        assertThat(RequestFacts.of(method, "/").safe()).isEqualTo(safe);
    }

    @Test
    void ofAloneKnowsNothingElse() {
        var facts = RequestFacts.of("GET", "/shop");

        assertThat(facts).isEqualTo(new RequestFacts("GET", "/shop", null, HeaderFields.none(), "", null));
    }

    @Test
    void eachWitherChangesItsPartOnly() {
        var facts = new RequestFacts("PUT", "/a", "q=1", HeaderFields.none(), "10.0.0.1", "Shop");

        assertThat(facts.withHeader("Accept", "a").withHeader("Accept", "b"))
                .isEqualTo(new RequestFacts(
                        "PUT",
                        "/a",
                        "q=1",
                        HeaderFields.none().plus("Accept", "a").plus("Accept", "b"),
                        "10.0.0.1",
                        "Shop"));
        assertThat(facts.withQuery(null))
                .isEqualTo(new RequestFacts("PUT", "/a", null, HeaderFields.none(), "10.0.0.1", "Shop"));
        assertThat(facts.from("::1"))
                .isEqualTo(new RequestFacts("PUT", "/a", "q=1", HeaderFields.none(), "::1", "Shop"));
    }
}
