package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
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
    void aHiddenValueLeavesNeitherCharactersNorLength(
            @ForAll("secrets") String one, @ForAll("secrets") String other, @ForAll("carriers") String carrier) {
        var shown = REDACTOR.text(carrier.replace("@S@", one));

        assertThat(shown).doesNotContain(one).isEqualTo(REDACTOR.text(carrier.replace("@S@", other)));
        assertThat(REDACTOR.query(carrier.replace("@S@", one))).doesNotContain(one);
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
    void noTextTakesLong(String piece) {
        var pieces = piece.repeat(8_192 / piece.length());

        for (var text : List.of(pieces, "secret" + pieces, "secret=\"" + pieces, "x" + pieces + "=")) {
            var shown = assertTimeoutPreemptively(Duration.ofSeconds(1), () -> REDACTOR.text(text));

            assertThat(shown).isNotEmpty();
        }
    }

    @Property(tries = 200)
    void noLookTakesLong(@ForAll("pieces") List<String> pieces) {
        var piece = String.join("", pieces);
        var text = piece.repeat(8_192 / piece.length());

        for (var look : SecretLook.ALL) {
            assertTimeoutPreemptively(Duration.ofSeconds(1), () -> look.hide(text), look.pattern()::pattern);
        }
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
