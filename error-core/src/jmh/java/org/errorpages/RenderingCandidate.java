package org.errorpages;

import org.errorpages.describe.RuntimeDetails;
import org.errorpages.hint.HintEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.describe.ReportFactory;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Failure;
import org.errorpages.trace.ApplicationCode;

/** Pages and texts for the same failure, built-in ones and those of other projects. */
public enum RenderingCandidate {

    /** A page with the trace only, built with a StringBuilder. */
    BASELINE {
        @Override
        Supplier<byte[]> of(Path sources) {
            var thrown = ShopFailure.thrown();
            return () -> TracePage.of(thrown);
        }
    },

    /** Spring Boot, with the trace. */
    SPRING_BOOT {
        @Override
        Supplier<byte[]> of(Path sources) {
            return new WhitelabelPage(ShopFailure.thrown(), ShopFailure.request())::get;
        }
    },

    /** Jetty, with causes and stacks. */
    JETTY {
        @Override
        Supplier<byte[]> of(Path sources) {
            return new JettyPage(ShopFailure.thrown(), ShopFailure.request())::get;
        }
    },

    /** The developer page from a complete report. */
    HTML {
        @Override
        Supplier<byte[]> of(Path sources) {
            return rendered(sources, HtmlRenderer.builtIn());
        }
    },

    /** The developer page from the incident. */
    HTML_DESCRIBED {
        @Override
        Supplier<byte[]> of(Path sources) {
            var reports = new ReportSource(sources);
            var renderer = HtmlRenderer.builtIn();
            return () -> renderer.render(reports.developerReport());
        }
    },

    /** The public page from the incident. */
    HTML_PUBLIC_DESCRIBED {
        @Override
        Supplier<byte[]> of(Path sources) {
            var reports = new ReportSource(sources);
            var renderer = HtmlRenderer.builtIn();
            return () -> renderer.render(reports.publicReport());
        }
    },

    /** Plain text. */
    TEXT {
        @Override
        Supplier<byte[]> of(Path sources) {
            return rendered(sources, new TextRenderer());
        }
    },

    /** Markdown. */
    MARKDOWN {
        @Override
        Supplier<byte[]> of(Path sources) {
            return rendered(sources, new MarkdownRenderer());
        }
    },

    /** Problem details as JSON. */
    PROBLEM_JSON {
        @Override
        Supplier<byte[]> of(Path sources) {
            return rendered(sources, new ProblemJsonRenderer());
        }
    };

    /** Returns a supplier of the rendered bytes, with the sources of the application in a folder. */
    abstract Supplier<byte[]> of(Path sources);

    private static Supplier<byte[]> rendered(Path sources, Renderer renderer) {
        var report = new ReportSource(sources).settledReport();
        return () -> renderer.render(report);
    }

    /** Creates reports of the incident. */
    private static final class ReportSource {

        private static final IncidentId ID = new IncidentId(UUID.fromString("3d2f4a6b-8c9d-4e1f-a2b3-c4d5e6f70819"));

        private final Classifier classifier = new Classifier(ErrorMap.builtIn());
        private final Messages messages = SupportedLocales.builtIn().fallback();
        private final ReportFactory factory;
        private final Incident incident;

        ReportSource(Path sources) {
            var code = new ApplicationCode(List.of(ShopFailure.PACKAGE), SourceFinder.of(List.of(sources)));
            var failure = Failure.thrown(ShopFailure.thrown());
            var explanation = classifier.explain(failure, Classifier.Context.ORDINARY);
            factory = new ReportFactory(Site.UNNAMED, code, new HintEngine(List.of()), RuntimeDetails.here());
            incident = Incident.of(ID, Instant.EPOCH, failure, explanation.verdict(), ShopFailure.request())
                    .withExplanation(explanation.lines());
        }

        /** Returns a report with all sources: their search is limited in time, so a JVM that has just started finds fewer. */
        ErrorReport settledReport() {
            return Stream.generate(this::developerReport)
                    .limit(20)
                    .reduce((before, after) -> after)
                    .orElseThrow();
        }

        ErrorReport developerReport() {
            return factory.createForDeveloper(incident, messages, messages);
        }

        ErrorReport publicReport() {
            return factory.createForPublic(incident, messages);
        }
    }
}
