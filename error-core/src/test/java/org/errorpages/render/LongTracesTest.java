package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests long, deep and cyclic traces as text and Markdown. */
final class LongTracesTest {

    static Stream<Renderer> textRenderers() {
        return Stream.of(new TextRenderer(), new MarkdownRenderer());
    }

    /** The page of Jetty has eight kilobytes and omits a longer trace. */
    @ParameterizedTest
    @MethodSource("textRenderers")
    void theRootCauseIsShownBelowAHundredKilobytesOfFrames(Renderer renderer) {
        var root = new IllegalStateException("the root of it");
        root.setStackTrace(new StackTraceElement[] {frame("shop.Till", "open")});
        Throwable thrown = root;
        for (int i = 0; i < 20; i++) {
            thrown = new Exception("level " + i, thrown);
            var frames = new StackTraceElement[199];
            for (int j = 0; j < frames.length; j++) {
                frames[j] = frame("shop.Level" + i, "callOfALongName".repeat(8) + j);
            }
            thrown.setStackTrace(frames);
        }

        assertThat(render(renderer, thrown)).hasSizeGreaterThan(100_000).contains("the root of it", "shop.Till.open");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void groupsOfALongTraceAreFolded(Renderer renderer) {
        var frames = new StackTraceElement[60];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frame(i == 0 ? "shop.Till" : "org.eclipse.jetty.server.Server", "call" + i);
        }
        var thrown = new Exception("thrown");
        thrown.setStackTrace(frames);

        assertThat(render(renderer, thrown))
                .contains("shop.Till.call0", "Server.call2 ", "    … 57 frames: servlet container\n")
                .doesNotContain("Server.call3 ");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void aShortTraceIsNotFolded(Renderer renderer) {
        var frames = new StackTraceElement[20];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frame("org.eclipse.jetty.server.Server", "call" + i);
        }
        var thrown = new Exception("thrown");
        thrown.setStackTrace(frames);

        assertThat(render(renderer, thrown))
                .contains("Server.call3 ", "Server.call19 ")
                .doesNotContain("frames:");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void aFrameShowsItsLibraryAndVersion(Renderer renderer) {
        var thrown = new Exception("thrown");
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("app", "java.base", "17.0.15", "java.util.Optional", "get", "Optional.java", 143)
        });

        assertThat(render(renderer, thrown))
                .contains("java.util.Optional.get (Optional.java:143) [java.base 17.0.15]\n");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void recursionIsShownOnce(Renderer renderer) {
        var frames = new StackTraceElement[1024];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = frame("shop.Tree", i % 2 == 0 ? "even" : "odd");
        }
        var thrown = new StackOverflowError();
        thrown.setStackTrace(frames);

        assertThat(render(renderer, thrown))
                .containsOnlyOnce("shop.Tree.even (")
                .contains("    ↺ repeats 512 times\n");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void cyclesWrappersAndOmittedCausesAreMarked(Renderer renderer) {
        var root = new Exception("root");
        var thrown = new RuntimeException(root);
        root.initCause(thrown);
        for (int i = 0; i < 13; i++) {
            root.addSuppressed(new Exception());
        }

        assertThat(render(renderer, thrown))
                .contains("only wraps its cause", "the same exception again", "… 3 more exceptions");
    }

    @ParameterizedTest
    @MethodSource("textRenderers")
    void aCauseThatDoesNotFollowItsParentNamesIt(Renderer renderer) {
        var thrown = new IllegalStateException("thrown", new Exception("root"));
        thrown.addSuppressed(new UnsupportedOperationException("suppressed", new Exception("why")));

        assertThat(render(renderer, thrown).lines())
                .anyMatch(line -> line.matches("[# ]*suppressed: .*UnsupportedOperationException.*"))
                .anyMatch(line -> line.matches("[# ]*caused by: .*java.lang.Exception.*"))
                .anyMatch(
                        line -> line.matches("[# ]*caused by \\(↑ IllegalStateException\\): .*java.lang.Exception.*"));
    }

    @Test
    void problemDetailsContainTheSame() {
        var root = new Exception("root");
        var thrown = new RuntimeException(root);
        root.initCause(thrown);

        assertThat(render(new ProblemJsonRenderer(), thrown))
                .contains("\"depth\":0,\"wrapper\":true", "\"depth\":1", "\"depth\":2", "\"told_elsewhere\":true");
    }

    private static String render(Renderer renderer, Throwable thrown) {
        var failure = Failure.thrown(thrown);
        var request = RequestSnapshot.of("GET", "/shop");
        var incident = Incident.of(
                new IncidentId(new UUID(1, 2)),
                Instant.EPOCH,
                failure,
                new Classifier(ErrorMap.builtIn()).classify(failure),
                request);
        var report = new ReportFactory(Site.UNNAMED, List.of("shop"))
                .createForDeveloper(
                        incident,
                        SupportedLocales.builtIn().fallback(),
                        SupportedLocales.builtIn().fallback());
        return new String(renderer.render(report), StandardCharsets.UTF_8);
    }

    private static StackTraceElement frame(String className, String method) {
        return new StackTraceElement(className, method, "Any.java", 1);
    }
}
