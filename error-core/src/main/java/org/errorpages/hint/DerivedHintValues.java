package org.errorpages.hint;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.errorpages.source.ClassOrigins;
import org.errorpages.throwable.BinaryClassNames;
import org.errorpages.throwable.CallCycleFinder;

/** Computes hint values that a message template can't capture. */
enum DerivedHintValues {
    /** Finds {@code address}, {@code host}, {@code port} and {@code service} in the messages of the chain. */
    ADDRESS,
    /** Writes {@code class} with dots. */
    CLASS,
    /** Finds the {@code class} whose static initializer failed. */
    INITIALIZER,
    /** Converts {@code needed} and {@code known} from class file versions to Java versions. */
    JAVA,
    /** Finds the jars of {@code class} and of its {@code caller}. */
    LINKAGE,
    /** Splits {@code member} into {@code class} and {@code method}. */
    MEMBER,
    /** Finds the {@code cycle} of repeated calls and a {@code method} of it. */
    RECURSION,
    /** Sets {@code twin} if {@code from} and {@code to} are the same name. */
    TWIN;

    /** Java 1 has the class file version 45. */
    private static final int CLASS_FILE_OFFSET = 44;

    /** Calls that a method of the cycle makes may be on top when the stack is full. */
    private static final int MAX_ABOVE_CYCLE = 32;

    private static final int MAX_CYCLE = 32;
    private static final int MIN_REPEATED = 96;
    private static final int MAX_SHOWN = 5;

    Map<String, String> extract(HintRuleInput cause, Map<String, String> found) {
        return switch (this) {
            case ADDRESS -> HostAndPort.in(cause).map(HostAndPort::values).orElse(Map.of());
            case CLASS ->
                BinaryClassNames.of(found.getOrDefault("class", ""))
                        .map(name -> Map.of("class", name))
                        .orElse(Map.of());
            case INITIALIZER -> initializer(cause);
            case JAVA -> javaVersions(found);
            case LINKAGE -> linkage(cause, found);
            case MEMBER -> member(found);
            case RECURSION -> recursion(cause);
            case TWIN -> twin(found);
        };
    }

    /** The cause of an ExceptionInInitializerError has the frames of the initializer. */
    private static Map<String, String> initializer(HintRuleInput cause) {
        return cause.framesFromHere()
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
                versions.put(name, Integer.toString(Integer.parseInt(number) - CLASS_FILE_OFFSET));
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

    /** Finds the shortest cycle near the top of the stack. */
    private static Map<String, String> recursion(HintRuleInput cause) {
        var calls = cause.frames().stream()
                .limit(MAX_ABOVE_CYCLE + MIN_REPEATED + MAX_CYCLE)
                .map(HintRuleInput::call)
                .toList();
        for (int first = 0; first < MAX_ABOVE_CYCLE; first++) {
            int length = CallCycleFinder.length(calls, first, MAX_CYCLE, any -> MIN_REPEATED);
            if (length > 0) {
                var shown = calls.subList(first, first + Math.min(length, MAX_SHOWN));
                var next = length > MAX_SHOWN ? "…" : calls.get(first);
                return Map.of("method", calls.get(first), "cycle", String.join(" ← ", shown) + " ← " + next);
            }
        }
        return Map.of();
    }

    /** Looks up jars without loading a class. */
    private static Map<String, String> linkage(HintRuleInput cause, Map<String, String> found) {
        var values = new HashMap<String, String>();
        BinaryClassNames.of(found.getOrDefault("class", "")).ifPresent(name -> provider(values, name));
        // A ClassNotFoundException has the class loader on top, not the caller that needs the class.
        if (!cause.frames().isEmpty() && !(cause.throwable().throwable() instanceof ClassNotFoundException)) {
            caller(values, cause.frames().get(0).getClassName());
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
        if (!className.startsWith("java.") && BinaryClassNames.of(className).isPresent()) {
            ClassOrigins.allOf(className).stream().findFirst().ifPresent(origin -> {
                values.put("caller", className);
                values.put("callerOrigin", origin.label());
            });
        }
    }
}
