package org.errorpages.hint;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.source.ClassOrigins;
import org.errorpages.throwable.CallCycle;
import org.errorpages.throwable.ClassName;

/** What finds values that no template can; asked with what the template found. */
enum ValueExtractor {
    /** Finds {@code address}, {@code host}, {@code port} and {@code service}. */
    ADDRESS,
    /** Writes {@code class} with dots. */
    CLASS,
    /** Finds the {@code class} whose static initializer was at work. */
    INITIALIZER,
    /** Reads {@code needed} and {@code known}, numbers of class files, as versions of Java. */
    JAVA,
    /** Finds where {@code class} and its {@code caller} come from. */
    LINKAGE,
    /** Takes {@code member} apart: {@code class} and {@code method}. */
    MEMBER,
    /** Finds the {@code cycle} of calls that repeats, and a {@code method} of it. */
    RECURSION,
    /** Finds {@code twin}, the name that {@code from} and {@code to} share. */
    TWIN;

    /** The class files of Java 1.1 have the number 45. */
    private static final int BEFORE_JAVA = 44;

    /** Calls from within a cycle may be on top when the stack is full. */
    private static final int MAX_ABOVE_CYCLE = 32;

    private static final int MAX_CYCLE = 32;
    private static final int REPEATED = 96;
    private static final int SHOWN_OF_CYCLE = 5;

    Map<String, String> ask(CauseContext clue, Map<String, String> found) {
        return switch (this) {
            case ADDRESS -> HostAndPort.in(clue).map(HostAndPort::values).orElse(Map.of());
            case CLASS -> className(found);
            case INITIALIZER -> initializer(clue);
            case JAVA -> javaVersions(found);
            case LINKAGE -> linkage(clue, found);
            case MEMBER -> member(found);
            case RECURSION -> recursion(clue);
            case TWIN -> twin(found);
        };
    }

    private static Map<String, String> className(Map<String, String> found) {
        return ClassName.of(found.getOrDefault("class", ""))
                .map(name -> Map.of("class", name))
                .orElse(Map.of());
    }

    /** The frames of who initialized stand in the cause, so those of the chain are looked at from here on. */
    private static Map<String, String> initializer(CauseContext clue) {
        return clue.below()
                .filter(frame -> frame.getMethodName().equals("<clinit>"))
                .findFirst()
                .map(frame -> Map.of("class", frame.getClassName()))
                .orElse(Map.of());
    }

    private static Map<String, String> javaVersions(Map<String, String> found) {
        var versions = new HashMap<String, String>();
        for (var name : new String[] {"needed", "known"}) {
            var number = found.getOrDefault(name, "");
            if (number.length() > 1 && number.length() < 5) {
                versions.put(name, Integer.toString(Integer.parseInt(number) - BEFORE_JAVA));
            }
        }
        return versions;
    }

    private static Map<String, String> member(Map<String, String> found) {
        var member = found.getOrDefault("member", "");
        int dot = member.lastIndexOf('.');
        return dot < 1 ? Map.of() : Map.of("class", member.substring(0, dot), "method", member.substring(dot + 1));
    }

    private static Map<String, String> twin(Map<String, String> found) {
        var name = found.getOrDefault("from", "");
        return name.equals(found.get("to")) ? Map.of("twin", name) : Map.of();
    }

    /** Finds the shortest cycle near the top that repeats for long. */
    private static Map<String, String> recursion(CauseContext clue) {
        var calls = clue.frames().stream()
                .limit(MAX_ABOVE_CYCLE + REPEATED + MAX_CYCLE)
                .map(CauseContext::call)
                .toList();
        for (int first = 0; first < MAX_ABOVE_CYCLE; first++) {
            int length = CallCycle.length(calls, first, MAX_CYCLE, any -> REPEATED);
            if (length > 0) {
                var shown = calls.subList(first, first + Math.min(length, SHOWN_OF_CYCLE));
                var next = length > SHOWN_OF_CYCLE ? "…" : calls.get(first);
                return Map.of("method", calls.get(first), "cycle", String.join(" ← ", shown) + " ← " + next);
            }
        }
        return Map.of();
    }

    /** No class is loaded or initialised for that. */
    private static Map<String, String> linkage(CauseContext clue, Map<String, String> found) {
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
        var origins = ClassOrigins.allOf(className);
        origins.stream().findFirst().ifPresent(origin -> {
            values.put("origin", origin.label());
            if (origin.coordinates() != null) {
                values.put("artifact", origin.coordinates());
            }
        });
        if (origins.size() > 1) {
            values.put(
                    "copies", origins.stream().map(ClassOrigins.Origin::label).collect(Collectors.joining(", ")));
        }
    }

    private static void caller(Map<String, String> values, String className) {
        if (!className.startsWith("java.") && ClassName.of(className).isPresent()) {
            ClassOrigins.allOf(className).stream().findFirst().ifPresent(origin -> {
                values.put("caller", className);
                values.put("callerOrigin", origin.label());
            });
        }
    }
}
