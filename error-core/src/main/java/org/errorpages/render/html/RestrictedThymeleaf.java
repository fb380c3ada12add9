package org.errorpages.render.html;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.i18n.Messages;
import org.errorpages.source.SourceTokenizer.Token;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.IterationStatusVar;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.standard.processor.StandardTextTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Processes templates with the standard dialect of Thymeleaf, without OGNL and within bounds.
 *
 * <p>A template reads the model and the texts. It can't call methods, create objects or read variables of the
 * engine.
 */
record RestrictedThymeleaf(ITemplateEngine engine) {

    /** The names of the variables for the texts and the writer; no expression can contain them. */
    private static final String TEXTS = "texts!";

    private static final String WRITER = "writer!";

    static RestrictedThymeleaf of(PageTemplateResolver templates) {
        var dialect = new StandardDialect() {
            @Override
            public Set<IProcessor> getProcessors(String prefix) {
                var all = new HashSet<>(super.getProcessors(prefix));
                all.add(new TokenProcessor(prefix));
                return all;
            }
        };
        dialect.setVariableExpressionEvaluator(new ModelReader());
        // The default serializer looks for jackson-databind and fails with an incompatible one of the container.
        dialect.setJavaScriptSerializer((value, writer) -> {
            throw new TemplateProcessingException("JavaScript inlining is not allowed in an error page");
        });
        var cache = new StandardCacheManager();
        // Soft references would be cleared under memory pressure, just when errors happen.
        cache.setTemplateCacheUseSoftReferences(false);
        cache.setExpressionCacheUseSoftReferences(false);
        var engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setCacheManager(cache);
        engine.setMessageResolver(new TextResolver());
        engine.setTemplateResolver(templates);
        return new RestrictedThymeleaf(engine);
    }

    /**
     * Returns the page that a template renders from a model.
     *
     * @throws TemplateProcessingException if the template fails or exceeds a bound
     */
    byte[] process(String template, Messages messages, Map<String, Object> model) {
        var page = new BoundedWriter();
        var context = new Context(Locale.forLanguageTag(messages.tag()), model);
        context.setVariable(TEXTS, messages);
        context.setVariable(WRITER, page);
        // TemplateEngine.process would also log failures.
        engine.getConfiguration()
                .getTemplateManager()
                .parseAndProcess(new TemplateSpec(template, TemplateMode.HTML), context, page);
        return page.bytes();
    }

    /** Processes {@code th:tokens}: a span for each token of a source line. For thousands of them th:each is slow. */
    private static final class TokenProcessor extends AbstractStandardExpressionAttributeTagProcessor {

        TokenProcessor(String prefix) {
            super(TemplateMode.HTML, prefix, "tokens", StandardTextTagProcessor.PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                Object tokens,
                IElementTagStructureHandler structure) {
            var body = new StringBuilder();
            for (var token : (List<?>) tokens) {
                var kind = ((Token) token).kind();
                body.append(kind.isEmpty() ? "<span>" : "<span class=\"" + kind + "\">");
                body.append(HtmlEscape.escapeHtml4Xml(((Token) token).text())).append("</span>");
            }
            structure.setBody(body, false);
        }
    }

    /** Reads {@code ${name}} and {@code ${name.part}} from the model, and nothing else. */
    private static final class ModelReader implements IStandardVariableExpressionEvaluator {

        /** The parsed expressions, bounded by the number of expressions in the templates. */
        private final Map<String, List<String>> paths = new ConcurrentHashMap<>();

        @Override
        public @Nullable Object evaluate(
                IExpressionContext context,
                IStandardVariableExpression expression,
                StandardExpressionExecutionContext executionContext) {
            if (context.getVariable(WRITER) instanceof BoundedWriter page) {
                page.countExpression();
            }
            var path = paths.computeIfAbsent(expression.getExpression(), ModelReader::path);
            var value = context.getVariable(path.get(0));
            for (int i = 1; i < path.size(); i++) {
                value = property(value, path.get(i));
            }
            return value;
        }

        private static List<String> path(String expression) {
            var names = List.of(expression.split("\\.", -1));
            for (var name : names) {
                if (name.isEmpty() || !name.chars().allMatch(Character::isJavaIdentifierPart)) {
                    throw new TemplateProcessingException("'" + expression
                            + "' is not an expression of an error page; allowed: ${name} and ${name.part}");
                }
            }
            return names;
        }

        private static @Nullable Object property(@Nullable Object value, String name) {
            if (value instanceof IterationStatusVar status) {
                return iterationProperty(status, name);
            }
            return value instanceof Map<?, ?> map ? map.get(name) : null;
        }

        private static @Nullable Object iterationProperty(IterationStatusVar status, String name) {
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

    /**
     * Resolves {@code #{key}} to the text of the report's language, and {@code #{key(value)}} with the placeholder filled.
     *
     * <p>Unlike the standard resolver it reads no file at error time and gives apostrophes no meaning.
     */
    private static final class TextResolver extends AbstractMessageResolver {

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

    /** Collects a page and fails when a bound is exceeded, so that no template runs forever. */
    private static final class BoundedWriter extends Writer {

        private static final int MAX_EXPRESSIONS = 50_000;
        private static final int MAX_BYTES = 1_000_000;

        private final StringBuilder page = new StringBuilder(8_192);
        private int expressions;

        /** Counts an evaluated expression; this ends a loop without output. */
        void countExpression() {
            expressions++;
            if (expressions > MAX_EXPRESSIONS) {
                throw new TemplateProcessingException(
                        "an error page evaluates at most " + MAX_EXPRESSIONS + " expressions");
            }
        }

        @Override
        public void write(int character) {
            page.append((char) character);
            requireSize(page.length());
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            page.append(characters, offset, length);
            requireSize(page.length());
        }

        byte[] bytes() {
            var bytes = page.toString().getBytes(StandardCharsets.UTF_8);
            requireSize(bytes.length);
            return bytes;
        }

        private static void requireSize(int size) {
            if (size > MAX_BYTES) {
                throw new TemplateProcessingException("an error page has at most " + MAX_BYTES + " bytes");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
