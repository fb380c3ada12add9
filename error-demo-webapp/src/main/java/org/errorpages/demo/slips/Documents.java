package org.errorpages.demo.slips;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Reads JSON and fills templates. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What somebody orders, as it is written in JSON. */
    private record Wish(String title, int copies) {}

    private Documents() {}

    static Map<String, Slip> slips() {
        return Map.of(
                "json-malformed", () -> wish("{\n  \"title\": \"Emma\",\n  \"copies\": 2,\n}"),
                "json-mismatch", () -> wish("{\n  \"title\": \"Emma\",\n  \"copies\": \"two\"\n}"),
                "template-missing", () -> fill("receipt"),
                "template-failed", () -> fill("thanks"));
    }

    private static Wish wish(String written) throws JsonProcessingException {
        return JSON.readValue(written, Wish.class);
    }

    private static String fill(String template) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("org/errorpages/demo/slips/");
        files.setSuffix(".html");
        var dialect = new StandardDialect();
        // OGNL is not in this shop; no expression comes as far as to be evaluated.
        dialect.setVariableExpressionEvaluator((context, expression, expected) -> "");
        var engine = new TemplateEngine();
        engine.setDialect(dialect);
        engine.setTemplateResolver(files);
        return engine.process(template, new Context());
    }
}
