package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which frames show their source, and to whom. */
final class SourcesOfCausesTest {

    private static final String THREE_LINES = "one\ntwo\nthree";

    private final List<String> asked = new ArrayList<>();

    @Test
    void firstOwnFrameOfEachCauseShowsItsSource() {
        var root = Fixtures.withFrames(new IllegalStateException(), "lib.Pool", "shop.Till", "shop.Order");
        var outer = Fixtures.withFrames(new IllegalArgumentException(root), "shop.Order", "shop.Servlet");

        var report = Objects.requireNonNull(report(outer, Disclosure.EVERYTHING).developer());

        assertThat(asked).containsExactly("shop.Order", "shop.Till");
        assertThat(report.causes()).extracting(cause -> marked(cause.source())).containsExactly("one", "two");
        assertThat(Objects.requireNonNull(report.origin()).className()).isEqualTo("shop.Till");
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
        SnippetSource sources = frame -> {
            asked.add(frame.getClassName());
            return Optional.of(new SourceText("shop/Any.java", THREE_LINES, false));
        };
        return new Describer(Site.UNNAMED, new ApplicationCode(List.of("shop"), sources), incident -> List.of())
                .describe(Fixtures.incident(Failure.thrown(thrown), Fixtures.GET), Fixtures.ENGLISH, disclosure);
    }

    private static String marked(@Nullable Snippet source) {
        Objects.requireNonNull(source);
        return source.lines().get(source.markedLine() - source.firstLine());
    }
}
