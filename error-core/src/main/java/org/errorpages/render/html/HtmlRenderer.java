package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.http.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.render.ReportView;
import org.errorpages.render.html.DeveloperModel.PageDetail;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.Lazy;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.status.Status;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Renders a report as a page: one for the public, another for a permitted developer.
 *
 * <p>A page of the application comes before ours, for the public only: {@code 503.html}, else {@code 5xx.html}, else
 * {@code error.html}.
 */
public final class HtmlRenderer implements Renderer {

    /** Read with the first page: most applications start more often than they fail. */
    private final Lazy<Pages> pages;

    private final boolean mayHaveOwn;
    private final List<String> languages;
    private final Optional<Renderer> part = Optional.of(new HtmlFragmentRenderer(this));

    private HtmlRenderer(Lazy<Pages> pages, boolean mayHaveOwn, List<String> languages) {
        this.pages = pages;
        this.mayHaveOwn = mayHaveOwn;
        this.languages = List.copyOf(languages);
    }

    /** Returns a renderer with the built-in pages. */
    public static HtmlRenderer builtIn() {
        return of(Theme.BUILT_IN, ResourceFolder.none());
    }

    /**
     * Returns a renderer with the colours and the pages of an application.
     *
     * @throws IllegalArgumentException if a page says what no error page may say; the message names file and line
     */
    public static HtmlRenderer of(Theme theme, ResourceFolder folder) {
        var templates = PageTemplates.builtIn().with(theme).with(folder);
        return new HtmlRenderer(
                Lazy.of(() -> Pages.of(templates)), !folder.names().isEmpty(), List.of());
    }

    /** Returns this renderer, whose page for developers links to the public page in each of the languages. */
    public HtmlRenderer linkingTo(List<String> tags) {
        return new HtmlRenderer(pages, mayHaveOwn, tags);
    }

    @Override
    public MediaType mediaType() {
        return MediaType.HTML;
    }

    @Override
    public List<MediaType> alternatives() {
        return List.of(MediaType.XHTML);
    }

    @Override
    public String contentType() {
        return "text/html;charset=utf-8";
    }

    @Override
    public Map<String, String> headers(ErrorReport report) {
        var own = ownPage(report);
        var builtIn = report.developer() == null
                ? pages.get().publicPolicy()
                : pages.get().developerPolicy();
        return Map.of("Content-Security-Policy", own == null ? builtIn.get() : own.policy());
    }

    @Override
    public boolean isCacheable(Status status) {
        return !mayHaveOwn || !pages.get().hasOwn(status);
    }

    @Override
    public byte[] render(ErrorReport report) {
        var own = ownPage(report);
        if (own == null) {
            return process(report.developer() == null ? PageTemplates.PUBLIC : PageTemplates.DEVELOPER, report);
        }
        try {
            return process(own.name(), report);
        } catch (RuntimeException | StackOverflowError broken) {
            own.rest();
            throw broken;
        }
    }

    /** Returns the renderer of our own pages, for when one of the application fails. */
    @Override
    public Optional<Renderer> simpler() {
        return mayHaveOwn ? Optional.of(new HtmlRenderer(pages, false, languages)) : Optional.empty();
    }

    /** Returns the renderer of the part that a script puts into a page that is there already. */
    @Override
    public Optional<Renderer> part() {
        return part;
    }

    private byte[] process(String template, ErrorReport report) {
        var developer = ReportView.of(report).developer();
        return developer == null
                ? pages.get().engine().process(template, report.messages(), PageModel.of(report))
                : process(template, report, developer);
    }

    /** A page that exceeds a bound shows less; one that fails otherwise fails with less as well. */
    private byte[] process(String template, ErrorReport report, ReportView.Developer developer) {
        var seen = developer.report().seen();
        // A page of the application has a style of its own, which our policy would keep out of a frame.
        var preview =
                ownPage(seen) == null ? new String(process(PageTemplates.PUBLIC, seen), StandardCharsets.UTF_8) : null;
        var details = List.of(PageDetail.values()).iterator();
        while (true) {
            var model = PageModel.of(report);
            model.put("dev", new DeveloperModel(report, developer, preview, languages, details.next()).names());
            try {
                return pages.get().engine().process(template, report.messages(), model);
            } catch (TemplateProcessingException tooLarge) {
                if (!details.hasNext()) {
                    throw tooLarge;
                }
            }
        }
    }

    private @Nullable CustomTemplate ownPage(ErrorReport report) {
        return mayHaveOwn && report.developer() == null ? pages.get().own(report.status()) : null;
    }

    /**
     * What pages are made with.
     *
     * @param engine processes templates
     * @param publicPolicy the Content-Security-Policy of our public page
     * @param developerPolicy that of the developer's page
     * @param own the pages of the application
     */
    private record Pages(
            PageEngine engine,
            Lazy<String> publicPolicy,
            Lazy<String> developerPolicy,
            Map<String, CustomTemplate> own) {

        static Pages of(PageTemplates templates) {
            var codes = IntStream.range(400, 600).mapToObj(Integer::toString);
            var style = templates.style(PageTemplates.PUBLIC);
            return new Pages(
                    PageEngine.of(templates),
                    Lazy.of(() -> ContentSecurityPolicy.of(style)),
                    Lazy.of(() -> ContentSecurityPolicy.forDeveloper(templates)),
                    Stream.concat(codes, Stream.of("4xx", "5xx", "error"))
                            .filter(templates::has)
                            .collect(Collectors.toMap(name -> name, name -> CustomTemplate.of(name, templates))));
        }

        /** Returns the most precise page of the application for a status that isn't disabled, or null. */
        @Nullable
        CustomTemplate own(Status status) {
            return candidates(status)
                    .filter(CustomTemplate::isAwake)
                    .findFirst()
                    .orElse(null);
        }

        /** Returns whether the application has a page for a status, disabled or not. */
        boolean hasOwn(Status status) {
            return candidates(status).findAny().isPresent();
        }

        private Stream<CustomTemplate> candidates(Status status) {
            int code = status.code();
            return Stream.of(Integer.toString(code), code / 100 + "xx", "error")
                    .map(own::get)
                    .filter(Objects::nonNull);
        }
    }

    /** Renders a short part of a page, without head and style, for a script that puts it into its own page. */
    private record HtmlFragmentRenderer(HtmlRenderer whole) implements Renderer {

        @Override
        public MediaType mediaType() {
            return whole.mediaType();
        }

        @Override
        public String contentType() {
            return whole.contentType();
        }

        @Override
        public Map<String, String> headers(ErrorReport report) {
            return Map.of("Content-Security-Policy", ContentSecurityPolicy.NONE);
        }

        @Override
        public boolean isCacheable(Status status) {
            return true;
        }

        @Override
        public byte[] render(ErrorReport report) {
            return whole.process(PageTemplates.FRAGMENT, report);
        }
    }
}
