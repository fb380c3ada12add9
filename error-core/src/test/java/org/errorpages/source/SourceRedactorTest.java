package org.errorpages.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.Redactor.RedactionCount;
import org.junit.jupiter.api.Test;

/** Tests secrets that span several lines of a source file. */
final class SourceRedactorTest {

    private static List<String> redact(int first, String... lines) {
        return new SourceRedactor(Redactor.standard(), "Shop.kt").redact(List.of(lines), first, new HashSet<>());
    }

    @Test
    void theMiddleOfAPemKeyIsRedacted() {
        assertThat(redact(
                        2,
                        "String key = \"\"\"",
                        "  -----BEGIN RSA PRIVATE KEY-----",
                        "  MIIEcanary",
                        "  canary=",
                        "  -----END RSA PRIVATE KEY-----\"\"\";",
                        "pay();"))
                .containsExactly(
                        "  [hidden: private key]",
                        "  [hidden: private key]",
                        "  [hidden: private key]\"\"\";",
                        "pay();");
    }

    @Test
    void aPemKeyOnOneLineDoesNotAffectOtherLines() {
        assertThat(redact(1, "a(\"-----BEGIN PRIVATE KEY-----canary-----END PRIVATE KEY-----\");", "pay();"))
                .containsExactly("pay();");
    }

    @Test
    void aPemKeyWithoutEndIsLimitedToTheLengthOfAKey() {
        var lines = new String[300];
        Arrays.fill(lines, "pay();");
        lines[0] = "-----BEGIN PRIVATE KEY-----";

        assertThat(redact(0, lines)).element(150).isEqualTo("[hidden: private key];");
        assertThat(redact(0, lines)).element(299).isEqualTo("pay();");
    }

    @Test
    void aTextBlockAssignedToASecretNameIsRedacted() {
        assertThat(redact(1, "var password = \"\"\"", "  canary", "  canary\"\"\";", "pay();"))
                .containsExactly("  [hidden: secret]", "  [hidden: secret];", "pay();");
        assertThat(redact(1, "var query = \"\"\"", "  select 1", "  \"\"\";"))
                .containsExactly("  select 1", "  \"\"\";");
    }

    @Test
    void aValueOnTheNextLinesIsRedacted() {
        assertThat(redact(1, "String apiKey =", "    \"canary\"", "    + \"canary\";", "pay();"))
                .containsExactly("    [hidden: secret]", "    [hidden: secret];", "pay();");
        assertThat(redact(1, "String apiKey =", "    \"canary\";", "+ pay();"))
                .containsExactly("    [hidden: secret];", "+ pay();");
        assertThat(redact(1, "String password = \"x\"", "    + \"canary\"", "    + \"canary\";"))
                .containsExactly("    [hidden: secret]", "    [hidden: secret];");
        assertThat(redact(1, "String name =", "    \"shown\"", "    + \"shown\";"))
                .containsExactly("    \"shown\"", "    + \"shown\";");
    }

    @Test
    void aComparisonIsNotAnAssignment() {
        assertThat(redact(1, "if (password ==", "    \"shown\")")).containsExactly("    \"shown\")");
    }

    @Test
    void aSecretOnSeveralLinesIsCountedOnce() {
        var redactor = Redactor.standard();
        new SourceRedactor(redactor, "Shop.kt")
                .redact(List.of("var password =", "\"a\"", "+ \"b\"", "+ \"c\";"), 1, new HashSet<>());

        assertThat(redactor.counts()).containsExactly(new RedactionCount("secret", 1));
    }

    @Test
    void aSecretOnALineThatIsNotShownIsNotCounted() {
        var redactor = Redactor.standard();
        new SourceRedactor(redactor, "Shop.kt").redact(List.of("var password = \"a\";", "pay();"), 1, new HashSet<>());

        assertThat(redactor.counts()).isEmpty();
    }

    @Test
    void aSecretOnALineThatIsShownTwiceIsCountedOnce() {
        var redactor = Redactor.standard();
        var counted = new HashSet<Integer>();
        var lines = List.of("connect(\"password=canary\");", "pay();");
        var first = new SourceRedactor(redactor, "Shop.java").redact(lines, 0, counted);
        var second = new SourceRedactor(redactor, "Shop.java").redact(lines, 0, counted);

        assertThat(first).isEqualTo(second).containsExactly("connect(\"password=[hidden: secret];", "pay();");
        assertThat(redactor.counts()).containsExactly(new RedactionCount("secret", 1));
    }
}
