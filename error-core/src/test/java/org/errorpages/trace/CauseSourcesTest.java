package org.errorpages.trace;

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
import org.errorpages.describe.Fixtures;
import org.errorpages.describe.ReportFactory;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.hint.HintEngine;
import org.errorpages.incident.Incident;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.Redactor.RedactionCount;
import org.errorpages.report.CauseReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.Site;
import org.errorpages.report.Snippet;
import org.errorpages.source.EditorLinks;
import org.errorpages.source.SourceFinder;
import org.errorpages.source.SourceFinder.SourceText;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tests which frames of a cause get a source and an editor link. */
final class CauseSourcesTest {

    private static final String THREE_LINES = "one\ntwo\nthree";

    private final List<String> requested = new ArrayList<>();

    @Test
    void applicationFramesShowTheirSourcesStartingAtTheRootCause() {
        var root = Fixtures.withFrames(new IllegalStateException(), "lib.Pool", "shop.Till", "shop.Order");
        var outer = Fixtures.withFrames(new IllegalArgumentException(root), "shop.Servlet", "shop.Filter");

        var report = Objects.requireNonNull(report(outer).developer());

        assertThat(requested).containsExactly("shop.Till", "shop.Servlet", "shop.Order", "shop.Filter");
        assertThat(report.causes()).extracting(cause -> marked(cause.source())).containsExactly("one", "two");
        assertThat(report.causes().get(1).frames())
                .extracting(FrameReport::source)
                .extracting(source -> source == null ? "" : marked(source))
                .containsExactly("", "two", "three");
        assertThat(Objects.requireNonNull(report.origin()).className()).isEqualTo("shop.Till");
    }

    @Test
    void atMostTenFramesShowTheirSources() {
        var names = IntStream.range(0, 40).mapToObj(i -> "shop.Class" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        report(thrown);

        assertThat(requested).hasSize(10).startsWith("shop.Class0", "shop.Class1");
    }

    @Test
    void aFileIsReadOnceForAllItsFrames() {
        var thrown = new IllegalStateException();
        var frames = new StackTraceElement[5];
        Arrays.setAll(frames, i -> new StackTraceElement("shop.Order$" + i, "call", "Order.java", 1 + i % 3));
        thrown.setStackTrace(frames);

        var report = Objects.requireNonNull(report(thrown).developer());

        assertThat(requested).containsExactly("shop.Order$0");
        assertThat(report.causes().get(0).frames())
                .extracting(frame -> marked(frame.source()))
                .containsExactly("one", "two", "three", "one", "two");
    }

    @Test
    void noMoreSourcesAreReadAfterTheTimeLimit() {
        var time = new AtomicLong();
        SourceFinder slow = frame -> {
            time.addAndGet(Duration.ofMillis(90).toNanos());
            return sources().find(frame);
        };
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "shop.B", "shop.C", "shop.D");

        var causes = new CauseReportsBuilder(Redactor.standard(), new ApplicationCode(List.of("shop"), slow), time::get)
                .build(CauseChain.of(thrown));

        assertThat(requested).containsExactly("shop.A", "shop.B", "shop.C");
        assertThat(causes.get(0).frames()).hasSize(4);
    }

    /** In Quarkus, each link opens the frame that was viewed last. */
    @Test
    void eachFrameLinksToItsOwnLine() {
        var path = Path.of("/srv/shop/Any.java");
        SourceFinder constant =
                frame -> Optional.of(new SourceText("shop/Any.java", THREE_LINES, false, path.toString(), path));
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "lib.Pool", "shop.C");

        var code = new ApplicationCode(List.of("shop"), constant, EditorLinks.of("vscode", ""), List.of());
        var causes = new CauseReportsBuilder(Redactor.standard(), code).build(CauseChain.of(thrown));

        assertThat(causes.get(0).frames())
                .extracting(CauseSourcesTest::editorUrl)
                .containsExactly("vscode://file/srv/shop/Any.java:1", "", "vscode://file/srv/shop/Any.java:3");
    }

    @Test
    void aFrameWithoutAShownSourceStillHasAnEditorLink() {
        var path = Path.of("/srv/shop/Any.java");
        SourceFinder constant =
                frame -> Optional.of(new SourceText("shop/Any.java", THREE_LINES, false, path.toString(), path));
        var names = IntStream.rangeClosed(1, 30).mapToObj(i -> "shop.A" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        var code = new ApplicationCode(List.of("shop"), constant, EditorLinks.of("vscode", ""), List.of());
        var frames = new CauseReportsBuilder(Redactor.standard(), code)
                .build(CauseChain.of(thrown))
                .get(0)
                .frames();

        assertThat(frames).filteredOn(frame -> frame.source() != null).hasSize(3);
        assertThat(frames).hasSize(30);
        assertThat(editorUrl(frames.get(29))).isEqualTo("vscode://file/srv/shop/Any.java:30");
    }

    @Test
    void atMostFortyFilesAreRead() {
        var names = IntStream.rangeClosed(1, 100).mapToObj(i -> "shop.A" + i).toArray(String[]::new);
        var thrown = Fixtures.withFrames(new IllegalStateException(), names);

        var code = new ApplicationCode(List.of("shop"), sources(), EditorLinks.of("vscode", ""), List.of());
        new CauseReportsBuilder(Redactor.standard(), code, () -> 0).build(CauseChain.of(thrown));

        assertThat(requested).hasSize(40);
    }

    @Test
    void aSecretInTheSnippetsOfSeveralFramesIsCountedOnce() {
        SourceFinder withSecret = frame -> Optional.of(text("var pin = 4711;\n\n\n\n"));
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.A", "shop.B", "shop.C");
        var redactor = Redactor.standard();

        new CauseReportsBuilder(redactor, new ApplicationCode(List.of("shop"), withSecret))
                .build(CauseChain.of(thrown));

        assertThat(redactor.counts()).containsExactly(new RedactionCount("secret", 1));
    }

    @Test
    void aCauseOutsideApplicationCodeShowsNoSource() {
        var thrown = Fixtures.withFrames(new IllegalStateException(), "lib.Pool", "lib.Client");

        var report = Objects.requireNonNull(report(thrown).developer());

        assertThat(requested).isEmpty();
        assertThat(report.causes()).extracting(CauseReport::source).containsOnlyNulls();
    }

    @Test
    void noSourceIsReadForAPublicReport() {
        var thrown = Fixtures.withFrames(new IllegalStateException(), "shop.Till");

        var report = factory().createForPublic(incident(thrown), Fixtures.ENGLISH);

        assertThat(report.developer()).isNull();
        assertThat(requested).isEmpty();
    }

    private ErrorReport report(Throwable thrown) {
        return factory().createForDeveloper(incident(thrown), Fixtures.ENGLISH, Fixtures.ENGLISH);
    }

    private static Incident incident(Throwable thrown) {
        return Fixtures.incident(Failure.thrown(thrown), Fixtures.GET);
    }

    private ReportFactory factory() {
        var code = new ApplicationCode(List.of("shop"), sources());
        return new ReportFactory(Site.UNNAMED, code, new HintEngine(List.of()), RuntimeDetails.here());
    }

    private SourceFinder sources() {
        return frame -> {
            requested.add(frame.getClassName());
            return Optional.of(text(THREE_LINES));
        };
    }

    private static SourceText text(String text) {
        return new SourceText("shop/Any.java", text, false, "shop/Any.java", null);
    }

    private static String editorUrl(FrameReport frame) {
        return frame.editor() == null ? "" : frame.editor().url();
    }

    private static String marked(@Nullable Snippet source) {
        Objects.requireNonNull(source);
        return source.lines().get(source.markedLine() - source.firstLine());
    }
}
