package org.errorpages.render.html;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.errorpages.text.Messages;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The template engine, with nothing to call and with bounds.
 *
 * @param engine what it is made of
 */
record PageEngine(ITemplateEngine engine) {

    static PageEngine of(PageTemplates templates) {
        var cache = new StandardCacheManager();
        // Soft references would be cleared under memory pressure, just when errors happen.
        cache.setTemplateCacheUseSoftReferences(false);
        cache.setExpressionCacheUseSoftReferences(false);
        var engine = new TemplateEngine();
        engine.setDialect(new PageDialect(templates.hasOthers()));
        engine.setCacheManager(cache);
        engine.setMessageResolver(new PageMessages());
        engine.setTemplateResolver(templates);
        return new PageEngine(engine);
    }

    /** Returns the page that a template makes of a model. */
    byte[] process(String template, Messages messages, Map<String, Object> model) {
        var budget = new PageBudget();
        var context = new Context(Locale.forLanguageTag(messages.tag()));
        context.setVariable(PageMessages.TEXTS, messages);
        context.setVariable(PageBudget.NAME, budget);
        context.setVariables(model);
        // Not by the engine itself, which would log what fails besides us.
        engine.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(new TemplateSpec(template, TemplateMode.HTML), context, budget);
        return budget.written().getBytes(StandardCharsets.UTF_8);
    }
}
