package org.errorpages.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.status.FaultSide;
import org.errorpages.status.Verdict.Disposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BuiltInErrorMapTest {

    @Test
    void aRuleOfTheApplicationOverrulesAMoreSpecificBuiltInRule() {
        assertThat(ruleFor(new ConnectException(), "java.net.ConnectException = 504"))
                .isEqualTo("java.net.ConnectException = 504");
        assertThat(ruleFor(
                        new UnknownHostException("Temporary failure in name resolution"),
                        "java.net.UnknownHostException = 501"))
                .isEqualTo("java.net.UnknownHostException = 501");
    }

    @Test
    void aBuiltInRuleForANearerClassWinsOverAnApplicationRule() {
        assertThat(ruleFor(new SocketTimeoutException(), "java.io.IOException = 501"))
                .isEqualTo("java.net.SocketTimeoutException@self = 503");
    }

    @Test
    void overrulingDoesNotChangeTheOriginalMap() {
        var builtIn = ErrorMap.builtIn();

        builtIn.overruledBy("java.net.ConnectException = 504", "app");

        assertThat(Failures.ruleFor(builtIn, new ConnectException(), FaultSide.SELF)
                        .orElseThrow())
                .hasToString("java.net.ConnectException@self = 503; rank=broad");
    }

    @Test
    void anErrorMessageNamesTheFileOfTheApplication() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorMap.builtIn().overruledBy("\nx = 99", "/WEB-INF/error-map.properties"))
                .withMessageStartingWith("/WEB-INF/error-map.properties:2: ");
    }

    @Test
    void jdkExceptionsBlameTheClientOnlyOnTheClientSide() {
        assertThat(ErrorMap.builtIn().rules())
                .hasSizeGreaterThan(300)
                .filteredOn(rule -> rule.className().matches("javax?\\..+"))
                .filteredOn(rule -> rule.effect() instanceof Rule.Effect.Answer answer
                        && answer.disposition() != Disposition.ABORTED
                        && !answer.status().isServerError())
                .allSatisfy(rule -> assertThat(rule.onSide()).isEqualTo(FaultSide.CLIENT));
    }

    @Test
    void theDocumentedExamplesAreValidRules() {
        var examples = ClasspathResource.text(ErrorMap.class, "error-map.properties")
                .lines()
                .dropWhile(line -> !line.equals("# EXAMPLES"))
                .skip(1)
                .takeWhile(line -> line.length() > 1)
                .map(line -> line.substring(1).strip().split(" {2,}", -1)[0])
                .toList();

        assertThat(RuleParser.parse(String.join("\n", examples), "f", 1))
                .hasSize(7)
                .extracting(Rule::toString)
                .containsExactlyElementsOf(examples);
    }

    @ParameterizedTest
    @MethodSource
    void everyJdkClassInTheBuiltInMapExists(String className) throws ClassNotFoundException {
        assertThat(Class.forName(className)).isAssignableTo(Throwable.class);
    }

    static List<String> everyJdkClassInTheBuiltInMapExists() {
        return ErrorMap.builtIn().rules().stream()
                .map(Rule::className)
                .filter(name -> name.startsWith("java.") || name.startsWith("javax."))
                .filter(name -> !name.contains("StructuredTaskScope"))
                .distinct()
                .toList();
    }

    private static ErrorMap map(String rules) {
        return ErrorMap.builtIn().overruledBy(rules, "app.properties");
    }

    private static String ruleFor(Throwable throwable, String rules) {
        return Failures.ruleFor(map(rules), throwable, FaultSide.SELF)
                .orElseThrow()
                .toString();
    }
}
