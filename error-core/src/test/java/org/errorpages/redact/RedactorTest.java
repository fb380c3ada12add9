package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.errorpages.http.RequestSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Bearer s3cr3t-s3cr3t                       | [hidden: authorization]",
                "sent BEARER s3cr3t.s3cr3t= to x            | sent [hidden: authorization] to x",
                "Basic dXNlcjpwYXNz                         | [hidden: authorization]",
                "jdbc:postgresql://app:s3cr3t@db:5432/shop  | jdbc:postgresql://[hidden: userinfo]@db:5432/shop",
                "redis://:s3cr3t@cache                      | redis://[hidden: userinfo]@cache",
                "jdbc:mysql://db/shop?user=app&password=s3cr3t&ssl=true |"
                        + " jdbc:mysql://db/shop?user=app&password=[hidden: secret]",
                "jdbc:sqlserver://db;password=s3cr3t;x=1    | jdbc:sqlserver://db;password=[hidden: secret]",
                "password=s3cr3t                            | password=[hidden: secret]",
                "PWD: s3cr3t                                | PWD: [hidden: secret]",
                "db.password = 's3 cr3t' ok                 | db.password = [hidden: secret] ok",
                "{\"password\":\"s3cr3t\",\"a\":1}          | {\"password\":[hidden: secret],\"a\":1}",
                "{\"password\" : \"s3 cr3t\"}               | {\"password\" : [hidden: secret]}",
                "{\"apiKey\":\"s3cr3t\"}                    | {\"apiKey\":[hidden: secret]}",
                "User[name=a, password=s3cr3t, age=7]       | User[name=a, password=[hidden: secret] age=7]",
                "client_secret=s3cr3t&x=1                   | client_secret=[hidden: secret]",
                "AWS_SECRET_ACCESS_KEY=s3cr3t/x+y           | AWS_SECRET_ACCESS_KEY=[hidden: secret]",
                "key AKIAIOSFODNN7EXAMPLE denied            | key [hidden: aws key] denied",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789 x | [hidden: github token] x",
                "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-_x now | got [hidden: jwt] now",
                "var password = \"s3cr3t\";                  | var password = [hidden: secret];",
                "password = s3cr3t; next                    | password = [hidden: secret]; next",
                "paid with 4111 1111 1111 1111 today        | paid with [hidden: card number] today",
                "card 5500-0000-0000-0004, 378282246310005  | card [hidden: card number], [hidden: card number]",
                "FOO_SECRET=s3cr3t                          | FOO_SECRET=[hidden: secret]",
                "cvv=123 pin=1234                           | cvv=[hidden: secret] pin=[hidden: secret]",
                "post https://hooks.slack.com/services/T/B/x | post https://hooks.slack.com/services/[hidden: webhook]",
                "got eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. now | got [hidden: jwt] now"
            })
    void textThatMatchesASecretPatternIsRedacted(String text, String shown) {
        assertThat(REDACTOR.redact(text)).isEqualTo(shown);
    }

    @Test
    void aPrivateKeyIsRedactedEvenWithoutItsEnd() {
        var key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEs3cr3t\nx+/=\n";

        assertThat(REDACTOR.redact("a " + key + "-----END RSA PRIVATE KEY----- b"))
                .isEqualTo("a [hidden: private key] b");
        assertThat(REDACTOR.redact("a " + key)).isEqualTo("a [hidden: private key]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Connection refused",
                "Cannot invoke \"Order.total()\" because \"order\" is null",
                "Index 5 out of bounds for length 3",
                "password must not be empty",
                "The token has expired",
                "no secret named 'shop'",
                "wrong password for user app",
                "https://example.org/a@b",
                "see http://localhost:8080/shop?page=2#top",
                "mail to anna@example.org",
                "Basic auth",
                "eyJust a word",
                "AKIA is a prefix",
                "ghp_short",
                "key=value",
                "order 7: total=42",
                "com.acme.TokenService.verify failed",
                "ERROR: duplicate key value violates unique constraint \"orders_pkey\"",
                "10:15:30",
                "order 1732650000007 of 4111111111111112",
                "version 4.111111111111.1",
                "spin=3 pinned=4 sigma=5",
                "id 3d2f4a6b-8c9d-4e1f-4111-111111111111",
                "a == b",
                "-----"
            })
    void anOrdinarySentenceIsNotRedacted(String text) {
        assertThat(REDACTOR.redact(text)).isEqualTo(text);
    }

    @Test
    void aSecretIsCountedForEachOccurrenceOfItsText() {
        var redactor = Redactor.forRequest(RequestSnapshot.of("GET", "/"));
        var text = "a text that is longer than most ".repeat(4) + "password=abc";

        redactor.redact(text);
        redactor.redact(text);

        assertThat(redactor.counts()).containsExactly(new Redactor.RedactionCount("secret", 2));
    }
}
