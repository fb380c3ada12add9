package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests secrets recognised by the name of their field. */
final class RedactorNamesTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @ParameterizedTest
    @CsvSource({
        "Authorization, authorization",
        "Proxy-Authorization, authorization",
        "X-Auth, auth",
        "userAuth, auth",
        "X-MYAuth, auth",
        "Cookie, cookie",
        "Set-Cookie, cookie",
        "X-Api-Key, apikey",
        "x_api_key, apikey",
        "api.key, apikey",
        "API KEY, apikey",
        "X-CSRF-Token, token",
        "_csrf, csrf",
        "X-XSRF-TOKEN, token",
        "password, passw",
        "newPassword, passw",
        "db_pwd, pwd",
        "pwd1, pwd",
        "userpwd, userpwd",
        "user_pass, pass",
        "passphrase, passphrase",
        "JSESSIONID, session",
        "session-id, session",
        "client_secret, secret",
        "X-Amz-Signature, signature",
        "aws_access_key_id, accesskey",
        "Private-Key, privatekey",
        "cardNumber, cardnumber",
        "cvv2, cvv",
        "otp, otp",
        "PIN, pin",
        "IBAN, iban",
        "ssn, ssn",
        "SENTRY_DSN, dsn",
        "webhook_url, webhook",
        "spring.datasource.credentials, credential",
        "Connection-String, connectionstring",
        "X-JWT, jwt"
    })
    void aSecretNameRedactsItsValueAndNamesTheRule(String name, String word) {
        assertThat(REDACTOR.redactField(name, "s3cr3t", 100)).isEqualTo(new RedactedField(name, "", word));
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
                "name",
                "className",
                "businessName",
                "author",
                "processName",
                "footprint",
                "Authority",
                "WWW-Authenticate",
                "friendsName",
                "pathname",
                "hotPlace",
                "fieldsName",
                "topology",
                "laptopPrice",
                "caliban",
                "wordsNumber",
                "compass",
                "Sec-WebSocket-Key"
            })
    void anOrdinaryNameRedactsNothing(String name) {
        assertThat(REDACTOR.redactField(name, "value", 100)).isEqualTo(new RedactedField(name, "value", null));
    }

    @Test
    void aSecretInTheValueOfAnOrdinaryNameIsRedactedByPattern() {
        assertThat(REDACTOR.redactField("Referer", "https://x.test/?token=s3cr3t&page=2", 100)
                        .value())
                .isEqualTo("https://x.test/?token=[hidden: secret]");
    }

    @Test
    void namesAndValuesAreEscapedAndCut() {
        assertThat(REDACTOR.redactField("X-\u0000", "a\nb" + "c".repeat(100), 5))
                .isEqualTo(new RedactedField("X-\\u0000", "a\\u000abcc …", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=1&password=s3cr3t&page=2     | q=1&password=[hidden: passw]&page=2",
                "JSESSIONID=s3cr3t              | JSESSIONID=[hidden: session]",
                "pass%77ord=s3cr3t              | pass%77ord=[hidden: passw]",
                "q%zz=x                          | q%zz=x",
                "user%5Bpassword%5D=s3cr3t      | user%5Bpassword%5D=[hidden: passw]",
                "token=                         | token=[hidden: token]",
                "token=a=b=c&x                  | token=[hidden: token]&x",
                "url=http://a:s3cr3t@b/         | url=http://[hidden: userinfo]@b/",
                "token                          | token",
                "a&&b=                          | a&&b=",
                "q=100%                         | q=100%"
            })
    void theValuesOfSecretParametersAreRedacted(String query, String shown) {
        assertThat(REDACTOR.redactQuery(query)).isEqualTo(shown);
    }
}
