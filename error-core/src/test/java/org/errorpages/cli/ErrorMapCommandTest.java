package org.errorpages.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Wars;
import org.errorpages.status.HttpErrorException;
import org.errorpages.status.RespondsWithStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorMapCommandTest {

    @Test
    void withoutNamesTheWholeMapIsPrinted() {
        var map = ErrorMap.builtIn().overruledBy("shop.QuotaException = 429; retry-after=30", "app.properties");

        assertThat(print(map))
                .hasSameSizeAs(map.rules())
                .contains("java.net.ConnectException@self = 503; rank=broad   # "
                        + source(map, "java.net.ConnectException@self = 503; rank=broad"))
                .endsWith("shop.QuotaException = 429; retry-after=30   # app.properties:1");
    }

    @Test
    void theRulesOfAClassArePrintedInOrderForEachFaultSide() {
        var map = ErrorMap.builtIn();
        var temporary = "java.net.UnknownHostException@self[message*=Temporary failure in name resolution] = 503";
        var self = "java.net.UnknownHostException@self = 500";
        var upstream = "java.net.UnknownHostException@upstream = 502; proxy=dns_error";

        assertThat(print(map, "java.net.UnknownHostException"))
                .startsWith("java.net.UnknownHostException")
                .containsSubsequence(
                        "  self: " + temporary + "   # " + source(map, temporary),
                        "  self: " + self + "   # " + source(map, self),
                        "  upstream: " + upstream + "   # " + source(map, upstream));
    }

    @Test
    void aClassWithoutARuleIs500() {
        assertThat(print(ErrorMap.builtIn(), "java.lang.ArithmeticException"))
                .containsExactly(
                        "java.lang.ArithmeticException", "  500: no rule names it, its superclasses or its interfaces");
    }

    @RespondsWithStatus(value = 501, retryAfter = 5)
    @SuppressWarnings("serial")
    private static class Annotated extends ArithmeticException {}

    @SuppressWarnings("serial")
    private static final class Inherits extends Annotated {}

    @RespondsWithStatus(200)
    @SuppressWarnings("serial")
    private static final class AnnotatedWithNoError extends ArithmeticException {}

    @Test
    void theStatusOfAnAnnotationIsPrinted() {
        for (var type : List.of(Annotated.class, Inherits.class)) {
            assertThat(print(ErrorMap.builtIn(), type.getName()))
                    .containsExactly(
                            type.getName(),
                            "  501; retry-after=5: annotation @RespondsWithStatus, before the built-in rules");
        }
        assertThat(print(ErrorMap.builtIn(), AnnotatedWithNoError.class.getName()))
                .contains("  500: no rule names it, its superclasses or its interfaces");
    }

    @Test
    void anHttpErrorIsPrintedAsSuch() {
        assertThat(print(ErrorMap.builtIn(), HttpErrorException.class.getName()))
                .containsExactly(
                        HttpErrorException.class.getName(),
                        "  the result of its status() if that is 400 to 599: interface HttpError, before any rule");
    }

    @Test
    void theRulesArePrintedAfterTheAnnotation() {
        var map = ErrorMap.builtIn().overruledBy("java.lang.ArithmeticException = 507", "app.properties");

        assertThat(print(map, Annotated.class.getName()))
                .startsWith(
                        Annotated.class.getName(),
                        "  501; retry-after=5: annotation @RespondsWithStatus, before the built-in rules")
                .contains("  self: java.lang.ArithmeticException = 507   # app.properties:1");
    }

    @Test
    void aMissingClassIsReported() {
        assertThat(print(ErrorMap.builtIn(), "shop.Gone", "not a name"))
                .containsExactly(
                        "shop.Gone",
                        "  class not found; rules for its name apply, rules for its superclasses are unknown",
                        "not a name",
                        "  class not found; rules for its name apply, rules for its superclasses are unknown");
    }

    @Test
    void theMapsAndClassesOfAWarAreUsed(@TempDir Path folder) throws IOException {
        var war = Wars.war(
                folder,
                Map.of(
                        "WEB-INF/error-map.properties",
                        Wars.bytes("java.lang.IllegalStateException = 507"),
                        "WEB-INF/classes/shop/Quota.class",
                        Wars.exceptionClass("shop/Quota", "java/lang/IllegalStateException"),
                        "WEB-INF/lib/shop.jar",
                        Wars.zip(Map.of(
                                ErrorMap.LIBRARY_FILE,
                                Wars.bytes("java.lang.ArithmeticException = 504"),
                                "shop/Tax.class",
                                Wars.exceptionClass("shop/Tax", "java/lang/ArithmeticException")))));

        try (var opened = ExtractedWar.of(war)) {
            assertThat(print(opened.map(), opened.loader(), "shop.Quota", "shop.Tax"))
                    .contains("  self: java.lang.IllegalStateException = 507   # /WEB-INF/error-map.properties:1")
                    .anyMatch(line -> line.matches("  self: java\\.lang\\.ArithmeticException = 504   # jar:file:.*"
                            + "/WEB-INF/lib/shop\\.jar!/META-INF/errorpages/error-map\\.properties:1"));
        }
    }

    private static String source(ErrorMap map, String rule) {
        return map.rules().stream()
                .filter(known -> known.toString().equals(rule))
                .map(known -> known.source().toString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> print(ErrorMap map, String... names) {
        return print(map, ErrorMap.class.getClassLoader(), names);
    }

    private static List<String> print(ErrorMap map, ClassLoader loader, String... names) {
        var out = new ByteArrayOutputStream();
        new ErrorMapCommand(map, loader, new PrintStream(out, true, StandardCharsets.UTF_8)).print(List.of(names));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
