package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.DeveloperRequestDetails.Attribute;
import org.errorpages.http.DeveloperRequestDetails.BodyPart;
import org.errorpages.http.DeveloperRequestDetails.RequestProperty;
import org.errorpages.http.NamedValue;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor.RedactionCount;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.RequestReport.Section;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;

/** Tests the details of a request in a developer report. */
final class RequestReportFactoryTest {

    private static final DeveloperRequestDetails DETAILS = new DeveloperRequestDetails(
            List.of(new NamedValue("comment", "good"), new NamedValue("password", "hunter2")),
            List.of(new Attribute("user.token", "shop.User", null)),
            List.of(new Attribute("jakarta.servlet.forward.query_string", "java.lang.String", "a=1&sid=x")),
            List.of(new BodyPart("file", "a\nb.txt", "text/plain", 17), new BodyPart("secret", null, null, 7)),
            Map.of(
                    RequestProperty.PROTOCOL,
                    "HTTP/1.1",
                    RequestProperty.PRINCIPAL,
                    "anna",
                    RequestProperty.SERVER,
                    "jetty/12"));

    private static DeveloperReport report(RequestSnapshot request) {
        return Fixtures.developerReport(Failure.thrown(new Exception("no hunter2")), request);
    }

    @Test
    void eachSectionContainsItsFields() {
        var request = RequestSnapshot.of("POST", "/a")
                .withQuery("page=%32&token=x")
                .withHeader("Cookie", "theme=dark; sid=x")
                .withDetails(() -> DETAILS);

        assertThat(report(request).request().sections())
                .extracting(RequestReportFactoryTest::format)
                .containsExactly(
                        "parameters: page=2, token=hidden (token)",
                        "form: comment=good, password=hidden (passw)",
                        "cookies: theme=hidden (cookie), sid=hidden (sid)",
                        "session: user.token=shop.User",
                        "container: jakarta.servlet.forward.query_string=a=1&sid=[hidden: sid]",
                        "parts: file=a\\u000ab.txt, text/plain, 17 bytes, secret=",
                        "connection: Protocol=HTTP/1.1",
                        "handling: Logged in=hidden (principal)");
    }

    @Test
    void applicationAttributesComeBeforeServerAttributes() {
        var attributes = Stream.of(
                        "org.eclipse.jetty.x", "org.eclipse.jettyish", "io.undertow.x", "cart", "jakarta.servlet.x")
                .map(name -> new Attribute(name, "T", null))
                .toList();
        var request = Fixtures.GET.withDetails(
                () -> new DeveloperRequestDetails(List.of(), List.of(), attributes, List.of(), Map.of()));

        assertThat(report(request).request().sections())
                .extracting(RequestReportFactoryTest::format)
                .containsExactly(
                        "attributes: org.eclipse.jettyish=T, cart=T",
                        "container: org.eclipse.jetty.x=T, io.undertow.x=T, jakarta.servlet.x=T");
    }

    @Test
    void aSectionWithoutFieldsIsLeftOut() {
        assertThat(report(Fixtures.GET).request().sections()).isEmpty();
    }

    @Test
    void aSectionHasAtMostAHundredFields() {
        var request = Fixtures.GET.withQuery(String.join("&", Collections.nCopies(150, "a=1")));

        assertThat(report(request).request().sections()).singleElement().satisfies(section -> assertThat(
                        section.fields())
                .hasSize(101)
                .endsWith(new RedactedField("…", "50 more are left out", null)));
    }

    @Test
    void theReportCountsRedactedValuesPerRule() {
        var request = Fixtures.GET.withHeader("Cookie", "theme=dark; sid=x").withDetails(() -> DETAILS);

        assertThat(report(request).redactions())
                .containsExactly(
                        new RedactionCount("cookie", 2),
                        new RedactionCount("passw", 2),
                        new RedactionCount("principal", 1),
                        new RedactionCount("sid", 2));
        assertThat(report(Fixtures.GET).redactions()).isEmpty();
    }

    @Test
    void theRuntimeDetailsBeginWithTheServer() {
        var runtime = report(Fixtures.GET.withDetails(() -> DETAILS)).runtime();

        assertThat(runtime).first().isEqualTo(new RedactedField("Server", "jetty/12", null));
        assertThat(runtime)
                .extracting(RedactedField::name)
                .contains("Java", "Virtual machine", "Operating system", "Running for", "Memory used", "Time zone");
        assertThat(runtime).allSatisfy(field -> assertThat(field.value()).isNotBlank());
    }

    private static String format(Section section) {
        return section.name() + ": "
                + section.fields().stream()
                        .map(field -> field.name() + "=" + field.displayValue(Fixtures.ENGLISH))
                        .collect(Collectors.joining(", "));
    }
}
