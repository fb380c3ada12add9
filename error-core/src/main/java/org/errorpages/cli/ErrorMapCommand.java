package org.errorpages.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Rule;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.RespondsWithStatus;
import org.errorpages.status.Status;

/**
 * Prints the error map of a WAR or the class path, or its rules for classes:
 * {@code java -jar error-core.jar [shop.war] [com.example.QuotaException ...]}.
 */
public final class ErrorMapCommand {

    private final ErrorMap map;
    private final ClassLoader loader;
    private final PrintStream out;

    ErrorMapCommand(ErrorMap map, ClassLoader loader, PrintStream out) {
        this.map = map;
        this.loader = loader;
        this.out = out;
    }

    /**
     * Prints to standard output.
     *
     * @param args optionally a file {@code *.war} or a folder, then class names
     * @throws IOException if the WAR can't be read
     */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var first = args.length > 0 ? Path.of(args[0]) : Path.of("");
        boolean isWar =
                args.length > 0 && (args[0].endsWith(".war") || first.toFile().isDirectory());
        var names = Arrays.asList(args).subList(isWar ? 1 : 0, args.length);
        if (isWar) {
            try (var opened = ExtractedWar.of(first)) {
                new ErrorMapCommand(opened.map(), opened.loader(), out).print(names);
            }
        } else {
            var loader = ErrorMapCommand.class.getClassLoader();
            new ErrorMapCommand(ErrorMap.builtIn().withLibraries(loader), loader, out).print(names);
        }
    }

    /** Prints the rules for the classes, or the whole map if the list is empty. */
    void print(List<String> classNames) {
        if (classNames.isEmpty()) {
            map.rules().forEach(rule -> out.println(rule + "   # " + rule.source()));
        }
        classNames.forEach(this::print);
    }

    private void print(String className) {
        out.println(className);
        try {
            var type = Class.forName(className, false, loader);
            var declarations = declarations(type);
            declarations.forEach(out::println);
            var rules = map.rulesOf(type);
            if (declarations.isEmpty() && rules.isEmpty()) {
                out.println("  500: no rule names it, its superclasses or its interfaces");
            }
            for (var side : FaultSide.values()) {
                print(side, rules);
            }
        } catch (ClassNotFoundException | LinkageError unknown) {
            out.println("  class not found; rules for its name apply, rules for its superclasses are unknown");
        }
    }

    /** Returns a line for each status that the class itself declares. */
    private static List<String> declarations(Class<?> type) {
        var lines = new ArrayList<String>();
        if (HttpError.class.isAssignableFrom(type)) {
            lines.add("  the result of its status() if that is 400 to 599: interface HttpError, before any rule");
        }
        var annotation = type.getAnnotation(RespondsWithStatus.class);
        if (annotation != null && Status.isError(annotation.value())) {
            var retry = annotation.retryAfter() > 0 ? "; retry-after=" + annotation.retryAfter() : "";
            lines.add(
                    "  " + annotation.value() + retry + ": annotation @RespondsWithStatus, before the built-in rules");
        }
        return lines;
    }

    /** Prints the rules in the order of evaluation, up to the first one without a condition. */
    private void print(FaultSide side, List<Rule> rules) {
        for (var rule : rules) {
            boolean applies = rule.onSide() == null || rule.onSide() == side;
            if (applies && !(rule.effect() instanceof Rule.Effect.SideOnly)) {
                out.println("  " + side.name().toLowerCase(Locale.ROOT) + ": " + rule + "   # " + rule.source());
                if (rule.condition().equals(Rule.Condition.NONE)) {
                    return;
                }
            }
        }
    }
}
