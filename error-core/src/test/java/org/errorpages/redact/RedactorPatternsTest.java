package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests secrets in real messages, and ordinary sentences that resemble them. */
final class RedactorPatternsTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"password\":\"a\\\"canary\"}",
                "{\"password\":\"a\\\ncanary\"}",
                "mongodb://u:p@canary@db/x",
                "secretKey=canary",
                "JSESSIONID=canary",
                "https://x.test/app;jsessionid=canary",
                "session=canary",
                "auth=canary",
                "userAuth=canary",
                "X_AUTH=canary",
                "Cookie: a=canary",
                "Authorization=Bearer canary",
                "X-Auth-Token: canary",
                "password=a,canary",
                "password=a;canary",
                "password=a&canary",
                "passwordHash=canary",
                "passwordHash: canary",
                "password='it\\'s canary'",
                "<password>canary</password>",
                "<password><![CDATA[canary]]></password>",
                "<ns:password type=\"text\">canary</ns:password>",
                "\"password\" => \"canary\"",
                "glpat-canary1234567890abcd",
                "xoxb-1234-canary",
                "sk_live_canary0123456789abcd",
                "AIzaSyCanary0123456789abcdefghijklmnopqr",
                "{\"password\":{\"value\":\"canary\"}}",
                "{\"password\":{\"a\":{\"b\":1},\"value\":\"canary\"}}",
                "{\"secrets\": [\"a\", \"canary\"]}",
                "password: \"canary",
                "password==canary",
                "password:=canary",
                "&password%3Dcanary",
                "--password canary",
                "CREATE USER a IDENTIFIED BY 'canary'",
                "\\\"password\\\":\\\"canary\\\"",
                "jdbc:oracle:thin:scott/canary@host",
                "github_pat_canary0123456789abcdefgh",
                "spring.datasource.hikari.primary.pool.password=canary"
            })
    void aSecretInAMessageIsRedacted(String text) {
        assertThat(REDACTOR.redact(text)).contains("[hidden: ").doesNotContainIgnoringCase("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the digest algorithm is unknown",
                "Basic validation failed",
                "Message digest mismatch",
                "cannot negotiate protocol",
                "Unexpected token: END_OBJECT at line 3",
                "unexpected token: from near line 1, column 5",
                "bearer authentication required",
                "basic constraints are missing",
                "Bad signature: expected 5 bytes",
                "Digest SHA-256 not available",
                "Negotiate TLSv1.3 failed",
                "where side = 'left' and resident=5",
                "author=Anna, AUTHORITY=x, {\"author\": \"Anna\"}",
                "footprint=3 robotParts=4 hotplate=5",
                "InvalidPasswordException: user anna"
            })
    void aSentenceThatResemblesASecretIsNotRedacted(String text) {
        assertThat(REDACTOR.redact(text)).isEqualTo(text);
    }

    @Test
    void aRedactionMarkIsNotRedactedAgain() {
        assertThat(REDACTOR.redact("token=eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. was refused"))
                .isEqualTo("token=[hidden: secret] was refused");
    }
}
