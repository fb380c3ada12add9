package org.errorpages.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.errorpages.redact.RedactionCount;
import org.errorpages.redact.Redactor;
import org.errorpages.report.CauseReport;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Site;
import org.errorpages.report.Snippet;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;
import org.errorpages.source.SourceText;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.trace.ApplicationCode;
import org.errorpages.trace.CauseReportBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which frames show their source, and to whom. */
final class SourcesOfCausesTest {

    private static final String THREE_LINES = "one\ntwo\nthree";

    private final List<String> asked = new ArrayList<>();

    @Test
    void ownFramesShowTheirSourcesThoseNearestToTheRootBefore() {
        var root = Fixtures.withFrames(new IllegalStateException(), "lib.Pool", "shop.Till", "shop.Order");
        var outer = Fixtures.withFrames(new IllegalArgumentException(root), "shop.Servlet", "shop.Filter");

        var report = Objects.requireNonNull(report(outer, Disclosure.EVERYTHING).developer());

        assertThat(asked).containsExactly("shop.Till", "shop.Servlet", "shop.Order", "shop.Filter");
        assertThat(report.causes()).extracting(cause -> marked(cause.source())).containsExactly("one", "two");
        assertThat(report.causes().get(1).frames())
                .extracting(FrameReport::source)
                .extracting(source -> source == null ? "" : marked(source))
                .containsExactly("", "two", "three");
        assertThat(Objects.requireNonNull(report.origin()).className()).isEqualTo("shop.Till");
    }

    @Test
    void tenFramesShowTheirSourcesAndNoMore() {
        var names = IntStream.range(0, 40).mapToObj(i -> "shop.Class" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        report(thrown, Disclosure.EVERYTHING);

        assertThat(asked).hasSize(10).startsWith("shop.Class0", "shop.Class1");
    }

    @Test
    void fileIsReadOnceForAllItsFrames() {
        var thrown = new IllegalStateException();
        var frames = new StackTraceElement[5];
        Arrays.setAll(frames, i -> new StackTraceElement("shop.Order$" + i, "call", "Order.java", 1 + i % 3));
        thrown.setStackTrace(frames);

        var report =
                Objects.requireNonNull(report(thrown, Disclosure.EVERYTHING).developer());

        assertThat(asked).containsExactly("shop.Order$0");
        assertThat(report.causes().get(0).frames())
                .extracting(frame -> marked(frame.source()))
                .containsExactly("one", "two", "three", "one", "two");
    }

    @Test
    void whenTheTimeIsUpNoFurtherSourceIsLookedFor() {
        var time = new AtomicLong();
        SourceFinder slow = frame -> {
            time.addAndGet(Duration.ofMillis(90).toNanos());
            return sources().textOf(frame);
        };
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "shop.B", "shop.C", "shop.D");

        var causes = new CauseReportBuilder(Redactor.standard(), new ApplicationCode(List.of("shop"), slow), time::get)
                .of(CauseChain.of(thrown));

        assertThat(asked).containsExactly("shop.A", "shop.B", "shop.C");
        assertThat(causes.get(0).frames()).hasSize(4);
    }

    /** In Quarkus each link leads to the frame that was looked at last. */
    @Test
    void eachFrameOpensItsOwnLine() {
        var path = Path.of("/srv/shop/Any.java");
        SourceFinder lying =
                frame -> Optional.of(new SourceText("shop/Any.java", THREE_LINES, false, path.toString(), path));
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "lib.Pool", "shop.C");

        var code = new ApplicationCode(List.of("shop"), lying, EditorLinks.of("vscode", ""), List.of());
        var causes = new CauseReportBuilder(Redactor.standard(), code).of(CauseChain.of(thrown));

        assertThat(causes.get(0).frames())
                .extracting(SourcesOfCausesTest::editorUrl)
                .containsExactly("vscode://file/srv/shop/Any.java:1", "", "vscode://file/srv/shop/Any.java:3");
    }

    @Test
    void frameThatShowsNoSourceIsOpenedAllTheSame() {
        var path = Path.of("/srv/shop/Any.java");
        SourceFinder lying =
                frame -> Optional.of(new SourceText("shop/Any.java", THREE_LINES, false, path.toString(), path));
        var names = IntStream.rangeClosed(1, 30).mapToObj(i -> "shop.A" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        var code = new ApplicationCode(List.of("shop"), lying, EditorLinks.of("vscode", ""), List.of());
        var frames = new CauseReportBuilder(Redactor.standard(), code)
                .of(CauseChain.of(thrown))
                .get(0)
                .frames();

        assertThat(frames).filteredOn(frame -> frame.source() != null).hasSize(3);
        assertThat(frames).hasSize(30);
        assertThat(editorUrl(frames.get(29))).isEqualTo("vscode://file/srv/shop/Any.java:30");
    }

    @Test
    void soManyFilesAreReadAndNoMore() {
        var names = IntStream.rangeClosed(1, 100).mapToObj(i -> "shop.A" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        var code = new ApplicationCode(List.of("shop"), sources(), EditorLinks.of("vscode", ""), List.of());
        new CauseReportBuilder(Redactor.standard(), code, () -> 0).of(CauseChain.of(thrown));

        assertThat(asked).hasSize(40);
    }

    @Test
    void aLineInTheSnippetsOfTwoFramesIsCountedOnce() {
        SourceFinder secret = frame -> Optional.of(new SourceText("shop/Any.java", "var pin = 4711;\n\n\n\n"));
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "shop.B", "shop.C");
        var redactor = Redactor.standard();

        new CauseReportBuilder(redactor, new ApplicationCode(List.of("shop"), secret)).of(CauseChain.of(thrown));

        assertThat(redactor.receipt()).containsExactly(new RedactionCount("secret", 1));
    }

    @Test
    void causeOutsideTheApplicationShowsNone() {
        var thrown = Fixtures.withFrames(new IllegalStateException(), "lib.Pool", "lib.Client");

        var report =
                Objects.requireNonNull(report(thrown, Disclosure.EVERYTHING).developer());

        assertThat(asked).isEmpty();
        assertThat(report.causes()).extracting(CauseReport::source).containsOnlyNulls();
    }

    @Test
    void nobodyLooksForSourcesInProduction() {
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.Till");

        assertThat(report(thrown, Disclosure.NOTHING).developer()).isNull();
        assertThat(asked).isEmpty();
    }

    private ErrorReport report(Throwable thrown, Disclosure disclosure) {
        return new ReportFactory(Site.UNNAMED, new ApplicationCode(List.of("shop"), sources()))
                .describe(Fixtures.incident(Failure.thrown(thrown), Fixtures.GET), Fixtures.ENGLISH, disclosure);
    }

    private SourceFinder sources() {
        return frame -> {
            asked.add(frame.getClassName());
            return Optional.of(new SourceText("shop/Any.java", THREE_LINES));
        };
    }

    private static String editorUrl(FrameReport frame) {
        return frame.editor() == null ? "" : frame.editor().url();
    }

    private static String marked(@Nullable Snippet source) {
        Objects.requireNonNull(source);
        return source.lines().get(source.markedLine() - source.firstLine());
    }
}
