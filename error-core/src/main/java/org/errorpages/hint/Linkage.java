package org.errorpages.hint;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.report.source.CodeOrigins;
import org.errorpages.status.ClassName;

/** Finds out which jars meet where classes do not fit together. No class is loaded or initialized by asking. */
final class Linkage {

    private Linkage() {}

    static Map<String, String> values(Clue clue, Map<String, String> found) {
        var values = new HashMap<String, String>();
        ClassName.of(found.getOrDefault("class", "")).ifPresent(name -> provider(values, name));
        // One that looks for a class by its name is a class loader, and says nothing of who needs it.
        if (!clue.frames().isEmpty() && !(clue.suspect().throwable() instanceof ClassNotFoundException)) {
            caller(values, clue.frames().get(0).getClassName());
        }
        return values;
    }

    private static void provider(Map<String, String> values, String className) {
        values.put("class", className);
        var origins = CodeOrigins.allOf(className);
        origins.stream().findFirst().ifPresent(origin -> {
            values.put("origin", origin.label());
            if (origin.coordinates() != null) {
                values.put("artifact", origin.coordinates());
            }
        });
        if (origins.size() > 1) {
            values.put("copies", origins.stream().map(CodeOrigins.Origin::label).collect(Collectors.joining(", ")));
        }
    }

    private static void caller(Map<String, String> values, String className) {
        if (!className.startsWith("java.") && ClassName.of(className).isPresent()) {
            CodeOrigins.allOf(className).stream().findFirst().ifPresent(origin -> {
                values.put("caller", className);
                values.put("callerOrigin", origin.label());
            });
        }
    }
}
