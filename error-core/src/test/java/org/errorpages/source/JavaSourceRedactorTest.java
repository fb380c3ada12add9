package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.Redactor.RedactionCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that literals in Java sources are redacted, and code is not. */
final class JavaSourceRedactorTest {

    private static List<String> redact(int first, String... lines) {
        return new SourceRedactor(Redactor.standard(), "shop/Till.java").redact(List.of(lines), first, new HashSet<>());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw refusal(\"till refused card \" + card + \", password=\" + password);",
                "log.info(\"token: \" + token + of(user));",
                "log.info(\"user={}, password={}\", user, password);",
                "return \"password=%s, pin=%d\".formatted(password, pin);",
                "this.password = password;",
                "var session = request.getSession(false);",
                "for (var token = first(); token != null; token = next(token)) {",
                "pay(\"a\"); // what follows is code"
            })
    void variableNamesAreNotRedacted(String line) {
        assertThat(redact(0, line)).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            var password = "canary";                      | var password = "[hidden: secret]";
            open("password=" + "canary" + 'c' + x, 1234); | open("password=" + "[hidden: secret]" + '[hidden: secret]' + x, [hidden: secret]);
            int pin = 4711; pay(4711, "shown");           | int pin = [hidden: secret]; pay(4711, "shown");
            token += "canary";                            | token += "[hidden: secret]";
            log("password=%s", "canary");                 | log("password=%s", "[hidden: secret]");
            apiKey = find("canary", x ? "canary" : null); | apiKey = find("[hidden: secret]", x ? "[hidden: secret]" : null);
            open("jdbc:x://user:canary@db");              | open("jdbc:x://[hidden: userinfo]@db");
            a("password=", b("\\\"canary\\\""), '\\'');   | a("password=", b("[hidden: secret]"), '[hidden: secret]');
            """)
    void literalsAfterASecretNameAreRedactedUpToTheEndOfTheStatement(String line, String expected) {
        assertThat(redact(0, line)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a(\"password=canary\" + b);",
                "// password=canary",
                "a(); // password=\"canary\"",
                "/* password=canary */ pay();",
                "a(\"password=%canary\");",
                "a(\"password={}canary\");",
                "a(\"{\\\"password\\\": \\\"canary\\\"}\");",
                "char password = \\u0022canary\\u0022;",
                "var password = \"canary",
                "new ProcessBuilder(\"mysql\", \"-u\", \"root\", \"-pcanary1\");"
            })
    void literalSecretsAreRedactedEverywhere(String line) {
        assertThat(String.join("\n", redact(0, line))).doesNotContain("canary").contains("[hidden:");
    }

    @Test
    void aStatementMaySpanLines() {
        assertThat(redact(0, "open(\"password=\"", "    + password", "    + \"canary\"", ");", "pay(\"shown\");"))
                .containsExactly(
                        "open(\"password=\"", "    + password", "    + \"[hidden: secret]\"", ");", "pay(\"shown\");");
        assertThat(redact(1, "String apiKey =", "    \"canary\";", "pay(\"shown\");"))
                .containsExactly("    \"[hidden: secret]\";", "pay(\"shown\");");
        assertThat(redact(1, "var token = builder", "    .with(\"canary\")", "    .build();", "pay(\"shown\");"))
                .containsExactly("    .with(\"[hidden: secret]\")", "    .build();", "pay(\"shown\");");
    }

    @Test
    void textBlocksAndCommentsAreRedactedAsText() {
        assertThat(redact(1, "var password = \"\"\"", "  canary", "  canary\"\"\";", "pay(\"shown\");"))
                .containsExactly("  [hidden: secret]", "  [hidden: secret];", "pay(\"shown\");");
        assertThat(redact(1, "say(\"\"\"", "  \"password=\" + canary", "  \"\"\");", "pin = code;"))
                .containsExactly("  \"password=[hidden: secret]", "  \"\"\");", "pin = code;");
        assertThat(redact(1, "/*", " * password=canary", " */", "pin = code;"))
                .containsExactly(" * password=[hidden: secret]", " */", "pin = code;");
    }

    @Test
    void literalsAfterAnUnfinishedStringAreRedacted() {
        assertThat(redact(1, "a(\"unfinished", "pin = \"canary\";")).containsExactly("pin = \"[hidden: secret]\";");
    }

    @Test
    void anEscapedQuoteDoesNotEndATextBlock() {
        assertThat(redact(
                        1,
                        "say(\"\"\"",
                        "  \\\"\"\" password=canary",
                        "  password=canary",
                        "  \"\"\");",
                        "pin = code;"))
                .containsExactly(
                        "  \\\"\"\" password=[hidden: secret]",
                        "  password=[hidden: secret]",
                        "  \"\"\");",
                        "pin = code;");
    }

    @Test
    void aTextBlockThatBeganManyLinesBeforeIsRecognised() {
        var lines = new ArrayList<String>(List.of("say(\"\"\""));
        lines.addAll(Collections.nCopies(500, "  password=canary"));

        assertThat(redact(500, lines.toArray(new String[0]))).containsExactly("  password=[hidden: secret]");
    }

    @Test
    void eachRedactedLiteralIsCounted() {
        var redactor = Redactor.standard();
        new SourceRedactor(redactor, "Till.java")
                .redact(List.of("pin = \"1\" + \"2\";", "open(\"x://a:b@c\");"), 0, new HashSet<>());

        assertThat(redactor.counts())
                .containsExactly(new RedactionCount("secret", 2), new RedactionCount("userinfo", 1));
    }
}
