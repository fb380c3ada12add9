package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.errorpages.media.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.StandardDialect;

/** Renders a report as a page: one for the public, another for a permitted developer. */
public final class HtmlRenderer implements Renderer {

    private static final String PUBLIC_PAGE = "public";
    private static final String DEVELOPER_PAGE = "developer";

    private final ITemplateEngine engine;
    private final Map<String, String> policies;

    private HtmlRenderer(PageTemplates templates) {
        this.engine = engine(templates);
        this.policies = Map.of(
                PUBLIC_PAGE, StylePolicy.of(templates.style(PUBLIC_PAGE)),
                DEVELOPER_PAGE, StylePolicy.of(templates.style(DEVELOPER_PAGE)));
    }

    /** Returns a renderer with the built-in pages. */
    public static HtmlRenderer builtIn() {
        return new HtmlRenderer(PageTemplates.builtIn());
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
        return Map.of("Content-Security-Policy", policies.getOrDefault(page(report), StylePolicy.NONE));
    }

    @Override
    public byte[] render(ErrorReport report) {
        var context = new Context(Locale.forLanguageTag(report.messages().tag()));
        context.setVariable(PageMessages.TEXTS, report.messages());
        context.setVariables(PageModel.of(report));
        return engine.process(page(report), context).getBytes(StandardCharsets.UTF_8);
    }

    private static String page(ErrorReport report) {
        return report.developer() == null ? PUBLIC_PAGE : DEVELOPER_PAGE;
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
