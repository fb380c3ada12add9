package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.errorpages.describe.Fixtures;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.redact.RedactedField;
import org.errorpages.status.Failure;
import org.errorpages.status.UpstreamException;
import org.errorpages.trace.CauseReportsBuilderTest;
import org.junit.jupiter.api.Test;

/** Tests the developer report except its causes, which {@link CauseReportsBuilderTest} covers. */
final class DeveloperReportTest {

    @Test
    void theReportContainsTheDecision() {
        var report = Fixtures.developerReport(new UpstreamException("payments", new ConnectException()));

        assertThat(report.decision().reason().decisiveClass()).isEqualTo("java.net.ConnectException");
        assertThat(report.decision().proxyError()).isEqualTo("connection_refused");
    }

    @Test
    void theReportContainsTheRequestWithoutSecrets() {
        var request = new RequestSnapshot(
                "POST",
                "/shop/pay",
                "page=2&token=s3cr3t",
                RequestHeaders.none()
                        .plus("Accept", "a")
                        .plus("Accept", "b")
                        .plus("Authorization", "s3cr3t")
                        .plus("Referer", "https://u:s3cr3t@x.test/"),
                "127.0.0.1",
                "Pay\nServlet",
                null);

        var report = Fixtures.developerReport(Failure.thrown(new Exception()), request);

        assertThat(report.request().requestLine()).isEqualTo("POST /shop/pay?page=2&token=[hidden: token]");
        assertThat(report.request().handler()).isEqualTo("Pay\\u000aServlet");
        assertThat(report.request().headers())
                .containsExactly(
                        new RedactedField("Accept", "a", null),
                        new RedactedField("Accept", "b", null),
                        new RedactedField("Authorization", "", "authorization"),
                        new RedactedField("Referer", "https://[hidden: userinfo]@x.test/", null));
        assertThat(report.toString()).doesNotContain("s3cr3t");
    }

    @Test
    void aSecretInThePathIsRedacted() {
        var request = RequestSnapshot.of("GET", "/shop;jsessionid=s3cr3t");

        assertThat(Fixtures.developerReport(Failure.thrown(new Exception()), request)
                        .request()
                        .requestLine())
                .isEqualTo("GET /shop;jsessionid=[hidden: secret]");
    }

    @Test
    void aRequestWithoutQueryAndHandlerIsReportedWithoutThem() {
        var report = Fixtures.developerReport(new Exception());

        assertThat(report.request().requestLine()).isEqualTo("GET /shop");
        assertThat(report.request().handler()).isNull();
        assertThat(report.request().headers()).isEmpty();
    }

    @Test
    void theReportContainsAtMostAHundredHeaders() {
        var request = Fixtures.GET;
        for (int i = 0; i < 150; i++) {
            request = request.withHeader("X-" + (i % 75), "v".repeat(i < 3 ? 3_000 : 30));
        }

        var report = Fixtures.developerReport(Failure.thrown(new Exception()), request.withQuery("q".repeat(9_000)));

        assertThat(report.request().headers())
                .hasSize(101)
                .allMatch(field -> field.value().length() <= 2_002);
        assertThat(report.request().requestLine()).hasSize(2_002);
    }

    @Test
    void aRedactedFieldNamesTheRuleInTheReadersLanguage() {
        assertThat(new RedactedField("Cookie", "", "cookie").displayValue(Fixtures.ENGLISH))
                .isEqualTo("hidden (cookie)");
        assertThat(new RedactedField("Cookie", "", "cookie").displayValue(Fixtures.KOREAN))
                .isEqualTo("숨김 (cookie)");
        assertThat(new RedactedField("Accept", "a", null).displayValue(Fixtures.ENGLISH))
                .isEqualTo("a");
    }
}
