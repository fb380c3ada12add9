package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.junit.jupiter.api.Test;

/** Tests that request details are bounded. */
final class DeveloperRequestDetailsTest {

    private static final String LONG = "x".repeat(10_000);

    @Test
    void eachListKeepsItsFirstTwoHundredElements() {
        var attributes = Collections.nCopies(1_000, new Attribute("a", "b", null));
        var details = new DeveloperRequestDetails(
                Collections.nCopies(1_000, new NamedValue("a", "b")),
                attributes,
                attributes,
                Collections.nCopies(1_000, new BodyPart("a", null, null, 1)),
                Map.of());

        assertThat(List.of(details.form(), details.session(), details.attributes(), details.parts()))
                .allSatisfy(list -> assertThat(list).hasSize(200));
    }

    @Test
    void eachValueIsTruncated() {
        var details = new DeveloperRequestDetails(
                List.of(new NamedValue(LONG, LONG)),
                List.of(new Attribute(LONG, LONG, LONG)),
                List.of(),
                List.of(new BodyPart(LONG, LONG, LONG, 1)),
                Map.of(RequestProperty.THREAD, LONG));

        assertThat(details.toString()).hasSizeLessThan(10 * 4_096);
        assertThat(details.property(RequestProperty.THREAD))
                .hasValueSatisfying(name -> assertThat(name).hasSize(4_096));
        assertThat(details.property(RequestProperty.ASYNC)).isEmpty();
    }

    @Test
    void detailsAreKeptInCopies() {
        var details = new DeveloperRequestDetails(
                List.of(), List.of(), List.of(), List.of(), Map.of(RequestProperty.THREAD, "one"));
        var request = RequestSnapshot.of("GET", "/").withDetails(() -> details);

        assertThat(RequestSnapshot.of("GET", "/").details()).isEqualTo(DeveloperRequestDetails.NONE);
        assertThat(request.withHeader("a", "b")
                        .withQuery("q")
                        .withRemoteAddress("::1")
                        .withLanguage("ko")
                        .details())
                .isEqualTo(details);
    }
}
