package org.errorpages.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.errorpages.describe.ReportFactory;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;

/**
 * A public page of a status in a language, without incident-specific values: id, time and retry delay.
 *
 * @param policy the Content-Security-Policy of the page
 */
record ExportedPage(int code, String tag, String html, String policy) {

    /** Returns the page of each code in each language, in this order. */
    static List<ExportedPage> of(ExportOptions options) {
        var reports = new ReportFactory(options.config().site(), List.of());
        // Custom pages may need files of the application, which the gateway doesn't have.
        var renderer = HtmlRenderer.of(options.config().theme(), ResourceFolder.none());
        var languages = options.config().supportedLocales().all();
        return options.codes().stream()
                .map(Status::of)
                .flatMap(status -> languages.stream().map(messages -> reports.previewFor(status, messages)))
                .map(report -> new ExportedPage(
                        report.status().code(),
                        report.messages().tag(),
                        new String(renderer.render(report), StandardCharsets.UTF_8),
                        renderer.headers(report).getOrDefault("Content-Security-Policy", "")))
                .toList();
    }

    /** Returns the name of the file. */
    String file() {
        return code + "." + tag + ".html";
    }

    /** Returns the markup before the style, on one line. */
    String head() {
        return oneLine(part(0));
    }

    /** Returns the unchanged style. */
    String style() {
        return part(1);
    }

    /** Returns the markup after the style, on one line. */
    String body() {
        return oneLine(part(2));
    }

    private String part(int index) {
        return html.split("</?style>", 3)[index];
    }

    private static String oneLine(String part) {
        return part.strip().replaceAll("\\R", " ");
    }
}
