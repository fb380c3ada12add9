package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.errorpages.describe.Fixtures;
import org.errorpages.trace.CauseReportsBuilderTest;
import org.junit.jupiter.api.Test;

final class FrameReportTest {

    @Test
    void commonFramesAreCountedAsInAPrintedStackTrace() {
        var thrown = outer();
        var printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed));

        var common = causes(thrown).stream()
                .map(CauseReport::commonFrames)
                .filter(count -> count > 0)
                .map(String::valueOf);

        assertThat(common)
                .hasSize(3)
                .containsExactlyElementsOf(Pattern.compile("\\.\\.\\. (\\d+) more")
                        .matcher(printed.toString())
                        .results()
                        .map(result -> result.group(1))
                        .toList());
    }

    @Test
    void shownAndCommonFramesAreAllFrames() {
        var thrown = outer();

        var root = causes(thrown).get(2);

        assertThat(root.frames().size() + root.commonFrames())
                .isEqualTo(rootOf(thrown).getStackTrace().length);
        assertThat(root.omittedFrames()).isZero();
    }

    @Test
    void framesInTheConfiguredPackagesAreApplicationCode() {
        var thrown = Fixtures.withFrames(
                new Exception(),
                "com.acme.Shop",
                "com.acme.tax.Table",
                "com.acmeother.X",
                "com.acme",
                "java.util.List");

        var frames =
                Fixtures.developerReport(thrown, "com.acme").causes().get(0).frames();

        assertThat(frames).extracting(FrameReport::applicationCode).containsExactly(true, true, false, false, false);
    }

    @Test
    void withoutConfiguredPackagesClassesInFoldersAreApplicationCode() {
        var thrown = Fixtures.withFrames(
                new Exception(),
                CauseReportsBuilderTest.class.getName(),
                "org.assertj.core.api.Assertions",
                "java.lang.String",
                "no.such.Class",
                "../../etc/passwd");

        assertThat(causes(thrown).get(0).frames())
                .extracting(FrameReport::applicationCode)
                .containsExactly(true, false, false, false, false);
    }

    @Test
    void aFrameContainsCallAndLocation() {
        var thrown = new Exception();
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("com.acme.Shop$Cart", "add", "Shop.java", 42),
            new StackTraceElement("com.acme.Shop", "add", "Shop.java", -1),
            new StackTraceElement("com.acme.Shop", "add", null, 42),
            new StackTraceElement("com.acme.Shop", "add", "Shop.java", -2)
        });

        var frames = causes(thrown).get(0).frames();

        assertThat(frames)
                .extracting(FrameReport::location)
                .containsExactly("Shop.java:42", "Shop.java", "unknown source", "native");
        assertThat(frames.get(0).call()).isEqualTo("Shop.Cart.add");
        assertThat(frames.get(0).text()).isEqualTo("com.acme.Shop$Cart.add (Shop.java:42)");
    }

    @Test
    void aCauseHasAtMost200FramesAndCountsTheRest() {
        var names = Collections.nCopies(1_000, "com.acme.Recursion").toArray(String[]::new);

        var cause = causes(Fixtures.withFrames(new Exception(), names)).get(0);

        assertThat(cause.frames()).hasSize(200);
        assertThat(cause.frames().get(199).location()).isEqualTo("Recursion.java:200");
        assertThat(cause.omittedFrames()).isEqualTo(800);
    }

    private static List<CauseReport> causes(Throwable thrown) {
        return Fixtures.developerReport(thrown).causes();
    }

    private static Throwable rootOf(Throwable thrown) {
        var cause = thrown.getCause();
        return cause == null ? thrown : rootOf(cause);
    }

    private static Exception outer() {
        try {
            throw inner();
        } catch (IOException e) {
            var outer = new IllegalStateException("outer", e);
            outer.addSuppressed(new Exception("suppressed"));
            return outer;
        }
    }

    private static IOException inner() {
        return Arrays.stream(new String[] {"middle"})
                .map(message -> new IOException(message, new IllegalArgumentException("root")))
                .toList()
                .get(0);
    }
}
