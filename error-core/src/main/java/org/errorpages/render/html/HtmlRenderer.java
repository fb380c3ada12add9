package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.errorpages.media.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.resource.ResourceFolder;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Renders a report as a page: one for the public, another for a permitted developer.
 *
 * <p>A page of the application comes before ours, for the public only: {@code 503.html}, else {@code 5xx.html}, else
 * {@code error.html}.
 */
public final class HtmlRenderer implements Renderer {

    private final ITemplateEngine engine;
    private final Map<String, String> policies;
    private final Map<String, OwnTemplate> own;

    private HtmlRenderer(ITemplateEngine engine, Map<String, String> policies, Map<String, OwnTemplate> own) {
        this.engine = engine;
        this.policies = Map.copyOf(policies);
        this.own = Map.copyOf(own);
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
        var templates = PageTemplates.builtIn().with(theme).with(pages);
        var policies = Map.of(
                PageTemplates.PUBLIC, StylePolicy.of(templates.style(PageTemplates.PUBLIC)),
                PageTemplates.DEVELOPER, StylePolicy.forDeveloper(templates));
        var own = Stream.concat(IntStream.range(400, 600).mapToObj(Integer::toString), Stream.of("4xx", "5xx", "error"))
                .filter(templates::has)
                .collect(Collectors.toMap(name -> name, name -> OwnTemplate.of(name, templates)));
        return new HtmlRenderer(engine(templates), policies, own);
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
        var policy = page == null ? policies.getOrDefault(page(report), StylePolicy.NONE) : page.policy();
        return Map.of("Content-Security-Policy", policy);
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
        return own.isEmpty() ? Optional.empty() : Optional.of(new HtmlRenderer(engine, policies, Map.of()));
    }

    /** Returns the renderer of the part that a script puts into a page that is there already. */
    @Override
    public Optional<Renderer> part() {
        return Optional.of(new PagePart(this));
    }

    byte[] process(String template, ErrorReport report) {
        var budget = new PageBudget();
        var context = new Context(Locale.forLanguageTag(report.messages().tag()));
        context.setVariable(PageMessages.TEXTS, report.messages());
        context.setVariable(PageBudget.NAME, budget);
        context.setVariables(PageModel.of(report));
        report.forDeveloper()
                .ifPresent(developer -> context.setVariable(
                        "dev", new DeveloperModel(report, developer, preview(developer.seen())).names()));
        // Not by the engine itself, which would log what fails besides us.
        engine.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(new TemplateSpec(template, TemplateMode.HTML), context, budget);
        return budget.written().getBytes(StandardCharsets.UTF_8);
    }

    /** A page of the application has a style of its own, which our policy would keep out of a frame. */
    private @Nullable String preview(ErrorReport seen) {
        return ownPage(seen) == null ? new String(process(PageTemplates.PUBLIC, seen), StandardCharsets.UTF_8) : null;
    }

    private @Nullable OwnTemplate ownPage(ErrorReport report) {
        int code = report.status().code();
        return report.developer() != null
                ? null
                : Stream.of(Integer.toString(code), code / 100 + "xx", "error")
                        .map(own::get)
                        .filter(page -> page != null && page.isAwake())
                        .findFirst()
                        .orElse(null);
    }

    private static String page(ErrorReport report) {
        return report.developer() == null ? PageTemplates.PUBLIC : PageTemplates.DEVELOPER;
    }

    private static ITemplateEngine engine(PageTemplates templates) {
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new ModelExpressions());
        // Without it Thymeleaf looks for Jackson's databind, and breaks where the container has one of its own.
        dialect.setJavaScriptSerializer((value, writer) -> {
            throw new TemplateProcessingException("an error page has no script");
        });
        var cache = new StandardCacheManager();
        // Soft references would be cleared under memory pressure, just when errors happen.
        cache.setTemplateCacheUseSoftReferences(false);
        cache.setExpressionCacheUseSoftReferences(false);
        var engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setCacheManager(cache);
        engine.setMessageResolver(new PageMessages());
        engine.setTemplateResolver(templates);
        return engine;
    }
}
