package org.errorpages.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorPropertiesTest {

    private static final Redactor REDACTOR = Redactor.standard();

    @Property
    void aRedactedValueShowsNeitherCharactersNorLength(
            @ForAll("secrets") String one, @ForAll("secrets") String other, @ForAll("carriers") String carrier) {
        var shown = REDACTOR.redact(carrier.replace("@S@", one));

        assertThat(shown).doesNotContain(one).isEqualTo(REDACTOR.redact(carrier.replace("@S@", other)));
        assertThat(REDACTOR.redactQuery(carrier.replace("@S@", one))).doesNotContain(one);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(12)
                .ofMaxLength(60)
                .map(text -> "Z" + text);
    }

    @Provide
    Arbitrary<String> carriers() {
        return Arbitraries.of(List.of(
                "password=@S@",
                "login failed: {\"password\":\"@S@\",\"user\":\"a\"}",
                "Authorization: Bearer @S@",
                "http://user:@S@@host/path",
                "jdbc:mysql://db/shop?password=@S@&user=a",
                "pwd='@S@'",
                "x\ntoken = \"@S@\"\ny",
                "eyJhbGciOiJIUzI1NiJ9.@S@.@S@",
                "ghp_abcdefghijklmnopqrst@S@",
                "-----BEGIN PRIVATE KEY-----\n@S@\n-----END PRIVATE KEY-----",
                "a=1&api_key=@S@&b=2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password ",
                "password",
                "a",
                "://",
                "eyJaaaaaaaaa.",
                "secret.",
                "x:y@",
                "\"",
                "Basic ",
                "Bearer ",
                "token: ",
                "token:a,",
                "session: a",
                "mysql ",
                "mysql -p",
                " -u a -p",
                "passw",
                "_",
                "token\"",
                "= ",
                "sid",
                "token.sid-",
                "xoxa-",
                "set-cookie",
                "--secret ",
                "<token ",
                "{",
                "\\",
                "\\\"",
                "identified by ",
                "jdbc:oracle:a:b/",
                "Digest a",
                "%3D"
            })
    void anyTextIsRedactedInShortTime(String piece) {
        var pieces = piece.repeat(8_192 / piece.length());

        for (var text : List.of(pieces, "secret" + pieces, "secret=\"" + pieces, "x" + pieces + "=")) {
            var shown = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> REDACTOR.redact(text));

            assertThat(shown).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void everyPatternRunsInShortTime(@ForAll("pieces") List<String> pieces) {
        var piece = String.join("", pieces);
        var text = piece.repeat(8_192 / piece.length());

        for (var secret : Redactor.SecretPattern.ALL) {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> secret.redact(text), secret.pattern()::pattern);
        }
    }

    /** A pattern may skip a text only if it would not match there. */
    @Property
    void aTextWithoutNeedlesContainsNoMatch(@ForAll("findings") List<String> findings) {
        var text = String.join(" ", findings);

        var shown = text;
        for (var secret : Redactor.SecretPattern.ALL) {
            shown = secret.redact(shown);
        }

        assertThat(Redactor.SecretPattern.redactAll(text)).isEqualTo(shown);
    }

    @Provide
    Arbitrary<List<String>> findings() {
        var found = Arbitraries.of(
                "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
                "Set-Cookie: a=b",
                "proxy-authorization: x",
                "Bearer s3cr3t-s3cr3t",
                "Basic dXNlcjpwYXNz",
                "bearer abcdefgh",
                "Digest username=aaaaaaaaaaaa",
                "Negotiate YII/aaaaaaaaaaaaaaa",
                "https://a:b@c",
                "jdbc:oracle:thin:a/b@c",
                "AKIAIOSFODNN7EXAMPLE",
                "AIzaaaaaaaaaaaaaaaaaaaaaaaaa",
                "GOCSPX-aaaaaaaaaaaaaaaaaaaaaaaaa",
                "ya29.aaaaaaaaaaaaaaaaaaaaaaaaa",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_abcdefghijklmnopqrstuvwxyz0123456789",
                "https://hooks.slack.com/services/T/B/x",
                "glpat-aaaaaaaaaa",
                "xoxb-aaaaaaaaaa",
                "xapp-aaaaaaaaaa",
                "npm_aaaaaaaaaa",
                "whsec_aaaaaaaaaa",
                "rk_live_aaaaaaaaaa",
                "sk_test_aaaaaaaaaa",
                "<password>x</password>",
                "secret=x",
                "secret %3D x",
                "\"sid\" : \"x\"",
                "password: x",
                "token: a1b2c3d4",
                "\ntoken: abc\n",
                "--password x",
                "mysql -px1y2z3",
                " -u root -px1y2z3",
                "IDENTIFIED BY 'x'");
        return Arbitraries.of(
                        UnaryOperator.<String>identity(),
                        text -> text.toLowerCase(Locale.ROOT),
                        text -> text.toUpperCase(Locale.ROOT),
                        text -> text.substring(1))
                .flatMap(found::map)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "secret",
                        "token",
                        "sid",
                        "auth",
                        "password",
                        "=",
                        ":",
                        "=>",
                        "\"",
                        "'",
                        "\\",
                        "<",
                        ">",
                        "{",
                        "[",
                        " ",
                        "\n",
                        "-",
                        "--",
                        "_",
                        ".",
                        "/",
                        "@",
                        "://",
                        "a",
                        "Z",
                        "7",
                        "Basic ",
                        "Digest ",
                        "Bearer ",
                        "mysql ",
                        " -u",
                        " -p",
                        ",",
                        "eyJaaaaaaaa",
                        "-----BEGIN A-----",
                        "jdbc:oracle:thin:",
                        "identified by ",
                        "cookie:",
                        "xoxb-",
                        "AIza",
                        "ghp_")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
