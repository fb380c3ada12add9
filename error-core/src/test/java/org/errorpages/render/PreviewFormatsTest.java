package org.errorpages.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.describe.ReportFactory;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests reports without an incident: no format may invent an id or a time, or fail without them. */
final class PreviewFormatsTest {

    private static final ErrorReport REPORT = new ReportFactory(Site.UNNAMED, List.of())
            .previewFor(new Status(502), SupportedLocales.builtIn().fallback());

    static Stream<Renderer> forms() {
        return Stream.of(
                HtmlRenderer.builtIn(),
                new ProblemJsonRenderer(),
                new ProblemXmlRenderer(),
                new TextRenderer(),
                new MarkdownRenderer());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noFormatContainsAnIncidentIdOrTime(Renderer renderer) {
        var text = new String(renderer.render(REPORT), StandardCharsets.UTF_8);

        assertThat(text)
                .contains("502", "We got a bad answer from another server")
                .doesNotContain("umber to quote", "Time", "UTC", "<time", "incident", "instance", "urn:uuid", "null");
    }
}
