package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that are known by the name of what holds them. */
final class RedactorNamesTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @ParameterizedTest
    @CsvSource({
        "Authorization, auth",
        "Proxy-Authorization, auth",
        "WWW-Authenticate, auth",
        "Cookie, cookie",
        "Set-Cookie, cookie",
        "X-Api-Key, apikey",
        "x_api_key, apikey",
        "api.key, apikey",
        "API KEY, apikey",
        "X-CSRF-Token, csrf",
        "X-XSRF-TOKEN, token",
        "password, passw",
        "newPassword, passw",
        "db_pwd, pwd",
        "passphrase, passphrase",
        "JSESSIONID, jsessionid",
        "session-id, session",
        "client_secret, secret",
        "X-Amz-Signature, signature",
        "aws_access_key_id, accesskey",
        "Private-Key, privatekey",
        "cardNumber, cardnumber",
        "cvv2, cvv",
        "otp, otp",
        "IBAN, iban",
        "ssn, ssn",
        "SENTRY_DSN, dsn",
        "webhook_url, webhook",
        "spring.datasource.credentials, credential",
        "Connection-String, connectionstring"
    })
    void aSecretNameHidesItsValueAndSaysWhy(String name, String word) {
        assertThat(REDACTOR.field(name, "s3cr3t", 100)).isEqualTo(new Field(name, "", word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Host",
                "User-Agent",
                "Referer",
                "Connection",
                "Content-Type",
                "Content-Length",
                "If-None-Match",
                "Cache-Control",
                "Origin",
                "Pragma",
                "Range",
                "Sec-Fetch-Dest",
                "Sec-Fetch-Mode",
                "Upgrade-Insecure-Requests",
                "X-Requested-With",
                "X-Forwarded-For",
                "X-Request-Id",
                "traceparent",
                "id",
                "q",
                "page",
                "sort",
                "name"
            })
    void anOrdinaryNameHidesNothing(String name) {
        assertThat(REDACTOR.field(name, "value", 100)).isEqualTo(new Field(name, "value", null));
    }

    @Test
    void aSecretInTheValueOfAnOrdinaryNameIsHiddenByItsLook() {
        assertThat(REDACTOR.field("Referer", "https://x.test/?token=s3cr3t&page=2", 100)
                        .value())
                .isEqualTo("https://x.test/?token=[hidden: secret]&page=2");
    }

    @Test
    void namesAndValuesAreMadeHarmlessAndCut() {
        assertThat(REDACTOR.field("X-\u0000", "a\nb" + "c".repeat(100), 5))
                .isEqualTo(new Field("X-\\u0000", "a\\u000abcc …", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=1&password=s3cr3t&page=2     | q=1&password=[hidden: passw]&page=2",
                "JSESSIONID=s3cr3t              | JSESSIONID=[hidden: jsessionid]",
                "user%5Bpassword%5D=s3cr3t      | user%5Bpassword%5D=[hidden: passw]",
                "token=                         | token=[hidden: token]",
                "token=a=b=c&x                  | token=[hidden: token]&x",
                "url=http://a:s3cr3t@b/         | url=http://[hidden: userinfo]@b/",
                "token                          | token",
                "a&&b=                          | a&&b=",
                "q=100%                         | q=100%"
            })
    void theValuesOfSecretParametersAreHidden(String query, String shown) {
        assertThat(REDACTOR.query(query)).isEqualTo(shown);
    }
}
