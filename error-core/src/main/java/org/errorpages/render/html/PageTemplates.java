package org.errorpages.render.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * The templates and styles beside this class, read once.
 *
 * <p>A name that is not among them resolves to nothing, so no name can reach another file.
 */
final class PageTemplates implements ITemplateResolver {

    private static final String STYLE = ".css";

    private final Map<String, String> texts;

    private PageTemplates(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    static PageTemplates builtIn() {
        return new PageTemplates(Stream.of("public", "public.css", "developer", "developer.css")
                .collect(Collectors.toMap(name -> name, PageTemplates::read)));
    }

    /** Returns the style of a page, as it stands in the page. */
    String style(String page) {
        return Objects.requireNonNull(texts.get(page + STYLE));
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
        var text = texts.get(template);
        if (text == null) {
            return null;
        }
        var mode = template.endsWith(STYLE) ? TemplateMode.CSS : TemplateMode.HTML;
        return new TemplateResolution(new StringTemplateResource(text), mode, new AlwaysValidCacheEntryValidity());
    }

    private static String read(String name) {
        var file = name.endsWith(STYLE) ? name : name + ".html";
        try (var in = Objects.requireNonNull(PageTemplates.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
