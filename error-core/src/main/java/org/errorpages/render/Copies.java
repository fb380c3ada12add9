package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.errorpages.report.ErrorReport;

/**
 * What a developer takes along of a report: into an issue, into a mail, into a terminal. As redacted as the report.
 *
 * @param markdown the whole report as Markdown
 * @param text the whole report as text
 * @param curl the command that repeats the request
 */
public record Copies(String markdown, String text, String curl) {

    /** What is longer is cut at a line: nobody pastes more. */
    private static final int MAX_COPY = 60_000;

    public Copies {
        Objects.requireNonNull(markdown);
        Objects.requireNonNull(text);
        Objects.requireNonNull(curl);
    }

    /** Returns the copies of a report; of one for the public there is no command. */
    public static Copies of(ErrorReport report) {
        var curl = report.forDeveloper()
                .map(developer -> String.join("\n", new CurlCommand(developer, report.messages()).lines()))
                .orElse("");
        return new Copies(shown(new MarkdownRenderer(), report), shown(new TextRenderer(), report), curl);
    }

    /** Returns what a form says of a report. */
    public static String shown(Renderer form, ErrorReport report) {
        var text = new String(form.render(report), StandardCharsets.UTF_8);
        return text.length() <= MAX_COPY ? text : text.substring(0, text.lastIndexOf('\n', MAX_COPY) + 1) + "…\n";
    }
}
