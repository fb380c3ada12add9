package org.errorpages.render.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.errorpages.resource.ClasspathResource;
import org.errorpages.resource.Lazy;
import org.errorpages.resource.ResourceFolder;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Resolves the names of built-in and custom templates, styles and scripts.
 *
 * <p>Built-in files are read on first use. An unknown name isn't resolved, so no name can reach another file.
 */
final class PageTemplateResolver implements ITemplateResolver {

    static final String PUBLIC = "public";
    static final String DEVELOPER = "developer";
    static final String FRAGMENT = "fragment";
    static final String SCRIPT = DEVELOPER + ".js";
    static final String INCIDENTS = "incidents";

    private static final String STYLE = ".css";
    private static final String PAGE = ".html";
    private static final List<String> BUILT_IN =
            List.of(PUBLIC, PUBLIC + STYLE, DEVELOPER, DEVELOPER + STYLE, SCRIPT, FRAGMENT);

    private final Map<String, Lazy<String>> texts;

    private PageTemplateResolver(Map<String, Lazy<String>> texts) {
        this.texts = Map.copyOf(texts);
    }

    static PageTemplateResolver builtIn() {
        return of(BUILT_IN);
    }

    /** Returns the files of the incident list, in a set of their own: an application may use the same names. */
    static PageTemplateResolver ofIncidents() {
        return of(List.of(INCIDENTS, INCIDENTS + STYLE));
    }

    private static PageTemplateResolver of(List<String> names) {
        return new PageTemplateResolver(
                names.stream().collect(Collectors.toMap(name -> name, name -> Lazy.of(() -> read(name)))));
    }

    /** Returns these templates with the colours of a theme. */
    PageTemplateResolver with(ThemeColours theme) {
        var themed = new HashMap<>(texts);
        themed.put(PUBLIC + STYLE, Lazy.of(() -> style(PUBLIC) + theme.style()));
        return new PageTemplateResolver(themed);
    }

    /**
     * Returns these templates and the custom templates of a folder.
     *
     * @throws IllegalArgumentException if a custom template contains banned syntax or has the name of a built-in one
     */
    PageTemplateResolver with(ResourceFolder folder) {
        var all = new HashMap<>(texts);
        for (var file : folder.names()) {
            if (file.endsWith(PAGE)) {
                var place = folder.location() + file;
                var name = file.substring(0, file.length() - PAGE.length());
                if (texts.containsKey(name)) {
                    throw new IllegalArgumentException(place + ": the name " + name + " belongs to a built-in template;"
                            + " allowed: 503.html, 5xx.html, error.html, and other names for parts of them");
                }
                var text = HtmlRenderer.CustomTemplate.requireSafe(place, folder.text(file));
                all.put(name, Lazy.of(() -> text));
            }
        }
        return new PageTemplateResolver(all);
    }

    /** Returns the content of the style element of a built-in page. */
    String style(String page) {
        return text(page + STYLE);
    }

    /** Returns the text of a file; fails if there is no such file. */
    String text(String name) {
        return Objects.requireNonNull(texts.get(name), name).get();
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    @Override
    public String getName() {
        return "errorpages";
    }

    @Override
    public Integer getOrder() {
        return 1;
    }

    @Override
    public @Nullable TemplateResolution resolveTemplate(
            IEngineConfiguration configuration,
            @Nullable String ownerTemplate,
            String template,
            @Nullable Map<String, Object> attributes) {
        if (!has(template)) {
            return null;
        }
        return new TemplateResolution(
                new StringTemplateResource(text(template)), mode(template), new AlwaysValidCacheEntryValidity());
    }

    private static TemplateMode mode(String template) {
        return template.equals(SCRIPT) || template.endsWith(STYLE) ? TemplateMode.RAW : TemplateMode.HTML;
    }

    private static String read(String name) {
        var file = name.endsWith(STYLE) || name.equals(SCRIPT) ? name : name + PAGE;
        return ClasspathResource.text(PageTemplateResolver.class, file).strip();
    }
}
