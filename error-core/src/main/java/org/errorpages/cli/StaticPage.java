package org.errorpages.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.errorpages.describe.ReportFactory;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;

/**
 * A page that is written once and read by many: it tells no number, no time and no wait, which would be lies.
 *
 * @param code the status code
 * @param tag the language
 * @param html the page
 * @param policy the Content-Security-Policy that goes with it
 */
record StaticPage(int code, String tag, String html, String policy) {

    /** Returns the page of each code in each language, in this order. */
    static List<StaticPage> of(ExportOptions export) {
        var describer = new ReportFactory(export.config().site(), List.of());
        // Pages of the application may need its files, which are not on the gateway.
        var renderer = HtmlRenderer.of(export.config().theme(), ResourceFolder.none());
        var languages = export.locales().all();
        return export.codes().stream()
                .map(Status::of)
                .flatMap(status -> languages.stream().map(messages -> describer.foresee(status, messages)))
                .map(report -> new StaticPage(
                        report.status().code(),
                        report.messages().tag(),
                        new String(renderer.render(report), StandardCharsets.UTF_8),
                        renderer.headers(report).getOrDefault("Content-Security-Policy", "")))
                .toList();
    }

    /** Returns the name of its file. */
    String file() {
        return code + "." + tag + ".html";
    }

    /** Returns what comes before the style, on one line. */
    String head() {
        return oneLine(part(0));
    }

    /** Returns the style as it is. */
    String style() {
        return part(1);
    }

    /** Returns what comes after the style, on one line. */
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
