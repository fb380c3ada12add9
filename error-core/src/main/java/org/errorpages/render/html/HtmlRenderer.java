package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.errorpages.media.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.Deferred;
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

    /** Read when a page is first asked for: most applications start more often than they fail. */
    private final Deferred<Pages> pages;

    /** Whether the application may have pages. */
    private final boolean mayHaveOwn;

    private final List<String> languages;

    private final Optional<Renderer> part = Optional.of(new PagePart(this));

    private HtmlRenderer(Deferred<Pages> pages, boolean mayHaveOwn, List<String> languages) {
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
    public static HtmlRenderer of(Theme theme, ResourceFolder pages) {
        if (pages.names().isEmpty()) {
            var ours = Deferred.of(() -> Pages.of(PageTemplates.builtIn().with(theme)));
            return new HtmlRenderer(ours, false, List.of());
        }
        var templates = PageTemplates.builtIn().with(theme).with(pages);
        return new HtmlRenderer(Deferred.of(() -> Pages.of(templates)), true, List.of());
    }

    /** Returns this renderer, whose page for developers links to what is said in each of the languages. */
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
        var page = ownPage(report);
        var policy = page == null ? pages.get().policy(page(report)) : page.policy();
        return Map.of("Content-Security-Policy", policy);
    }

    @Override
    public boolean isCacheable(Status status) {
        return !mayHaveOwn || !pages.get().hasOwn(status);
    }

    @Override
    public byte[] render(ErrorReport report) {
        var page = ownPage(report);
        if (page == null) {
            return process(page(report), report);
        }
        try {
            return process(page.name(), report);
        } catch (RuntimeException | StackOverflowError broken) {
            page.rest();
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

    byte[] process(String template, ErrorReport report) {
        var developer = report.developer();
        if (developer == null) {
            return pages.get().engine().process(template, report.messages(), PageModel.of(report));
        }
        var model = new DeveloperModel(report, developer, preview(developer.seen()), languages, Extent.WHOLE);
        return within(template, model);
    }

    /** What is too large says less; what fails otherwise fails with less as well. */
    private byte[] within(String template, DeveloperModel model) {
        try {
            return process(template, model);
        } catch (TemplateProcessingException tooLarge) {
            if (model.extent() == Extent.WITHOUT_SOURCES) {
                throw tooLarge;
            }
            return within(template, model.with(model.extent().less()));
        }
    }

    private byte[] process(String template, DeveloperModel developer) {
        var model = PageModel.of(developer.report());
        model.put("dev", developer.names());
        return pages.get().engine().process(template, developer.report().messages(), model);
    }

    /** A page of the application has a style of its own, which our policy would keep out of a frame. */
    private @Nullable String preview(ErrorReport seen) {
        return ownPage(seen) == null ? new String(process(PageTemplates.PUBLIC, seen), StandardCharsets.UTF_8) : null;
    }

    private @Nullable OwnTemplate ownPage(ErrorReport report) {
        return mayHaveOwn && report.developer() == null ? pages.get().own(report.status()) : null;
    }

    private static String page(ErrorReport report) {
        return report.developer() == null ? PageTemplates.PUBLIC : PageTemplates.DEVELOPER;
    }
}
