package org.errorpages.render.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.StandardBlockTagProcessor;
import org.thymeleaf.standard.processor.StandardCaseTagProcessor;
import org.thymeleaf.standard.processor.StandardEachTagProcessor;
import org.thymeleaf.standard.processor.StandardIfTagProcessor;
import org.thymeleaf.standard.processor.StandardInsertTagProcessor;
import org.thymeleaf.standard.processor.StandardSwitchTagProcessor;
import org.thymeleaf.standard.processor.StandardUnlessTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * What a template can say: Thymeleaf's standard dialect, with nothing to call.
 *
 * <p>Text and attributes are {@linkplain Written written} by us, to the same effect. Our own templates say little of the
 * rest, and a process that shows its first page does not wait for the processors of what they never say.
 */
final class PageDialect extends StandardDialect {

    /** Whether templates of an application say what they like. */
    private final boolean isWhole;

    PageDialect(boolean isWhole) {
        this.isWhole = isWhole;
        setVariableExpressionEvaluator(new ModelExpressions());
        // Without it Thymeleaf looks for Jackson's databind, and breaks where the container has one of its own.
        setJavaScriptSerializer((value, writer) -> {
            throw new TemplateProcessingException("an error page has no script");
        });
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        var written = Stream.of(Written.values()).flatMap(way -> way.processors(prefix));
        var ours = written.collect(Collectors.toCollection(LinkedHashSet<IProcessor>::new));
        ours.addAll(isWhole ? others(prefix, ours) : used(prefix));
        return ours;
    }

    /** Returns all of the standard dialect but what the given ones do. */
    private List<IProcessor> others(String prefix, Set<IProcessor> given) {
        var names = given.stream().map(PageDialect::attribute).collect(Collectors.toSet());
        return super.getProcessors(prefix).stream()
                .filter(other -> other.getTemplateMode() != TemplateMode.HTML || !names.contains(attribute(other)))
                .toList();
    }

    /** Returns what our templates use besides. */
    private static List<IProcessor> used(String prefix) {
        return List.of(
                new StandardIfTagProcessor(TemplateMode.HTML, prefix),
                new StandardUnlessTagProcessor(TemplateMode.HTML, prefix),
                new StandardEachTagProcessor(TemplateMode.HTML, prefix),
                new StandardSwitchTagProcessor(TemplateMode.HTML, prefix),
                new StandardCaseTagProcessor(TemplateMode.HTML, prefix),
                new StandardInsertTagProcessor(TemplateMode.HTML, prefix),
                new StandardBlockTagProcessor(TemplateMode.HTML, prefix, StandardBlockTagProcessor.ELEMENT_NAME));
    }

    /** Returns the name of the attribute without prefix for which a processor is, or the empty string. */
    private static String attribute(IProcessor processor) {
        var matching = processor instanceof IElementProcessor element ? element.getMatchingAttributeName() : null;
        var name = matching == null ? null : matching.getMatchingAttributeName();
        return name == null ? "" : name.getAttributeName();
    }
}
