package org.errorpages.render.html;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.engine.IterationStatusVar;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Reads {@code ${name}} and {@code ${name.part}} from the page's model, and nothing else.
 *
 * <p>A template can call no method, create no object and reach no variable of the engine; OGNL is not needed.
 */
final class ModelExpressions implements IStandardVariableExpressionEvaluator {

    @Override
    public @Nullable Object evaluate(
            IExpressionContext context,
            IStandardVariableExpression expression,
            StandardExpressionExecutionContext executionContext) {
        if (context.getVariable(PageBudget.NAME) instanceof PageBudget budget) {
            budget.spend();
        }
        @Nullable Object value = null;
        boolean first = true;
        for (var name : expression.getExpression().split("\\.", -1)) {
            if (!name.chars().allMatch(Character::isJavaIdentifierPart) || name.isEmpty()) {
                throw new TemplateProcessingException("'" + expression.getExpression()
                        + "' is not an expression of an error page; allowed: ${name} and ${name.part}");
            }
            value = first ? context.getVariable(name) : part(value, name);
            first = false;
        }
        return value;
    }

    private static @Nullable Object part(@Nullable Object value, String name) {
        if (value instanceof IterationStatusVar status) {
            return ofIteration(status, name);
        }
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static @Nullable Object ofIteration(IterationStatusVar status, String name) {
        return switch (name) {
            case "index" -> status.getIndex();
            case "count" -> status.getCount();
            case "size" -> status.getSize();
            case "even" -> status.isEven();
            case "odd" -> status.isOdd();
            case "first" -> status.isFirst();
            case "last" -> status.isLast();
            default -> null;
        };
    }
}
