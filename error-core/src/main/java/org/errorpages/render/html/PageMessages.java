package org.errorpages.render.html;

import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/**
 * Finds {@code #{key}} in the texts of the report's language, and {@code #{key(value)}} with the placeholder filled.
 *
 * <p>Unlike the engine's own resolver it reads no file at error time, keeps nothing by locale, and gives apostrophes no
 * meaning.
 */
final class PageMessages extends AbstractMessageResolver {

    /** The variable that holds the texts. */
    static final String TEXTS = "texts";

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
        var text = ((Messages) context.getVariable(TEXTS)).get(key);
        if (values == null || values.length == 0) {
            return text;
        }
        int open = text.indexOf('{');
        int close = text.indexOf('}', open + 1);
        return open < 0 || close < 0 ? text : text.substring(0, open) + values[0] + text.substring(close + 1);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] values) {
        return key;
    }
}
