package org.errorpages.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Rule;
import org.errorpages.classify.RuleCondition;
import org.errorpages.classify.RuleEffect;
import org.errorpages.status.FaultSide;
import org.errorpages.status.HttpError;
import org.errorpages.status.HttpStatus;
import org.errorpages.status.Status;

/**
 * Prints the error map that holds in a WAR or on the class path, or what it would do with a class:
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
     * @param args a WAR, if it ends with {@code .war} or is a folder, and names of classes
     * @throws IOException if the WAR cannot be read
     */
    public static void main(String[] args) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var first = args.length > 0 ? Path.of(args[0]) : Path.of("");
        boolean war =
                args.length > 0 && (args[0].endsWith(".war") || first.toFile().isDirectory());
        var names = Arrays.asList(args).subList(war ? 1 : 0, args.length);
        if (war) {
            try (var opened = WarFile.of(first)) {
                new ErrorMapCommand(opened.map(), opened.loader(), out).print(names);
            }
        } else {
            var loader = ErrorMapCommand.class.getClassLoader();
            new ErrorMapCommand(ErrorMap.builtIn().withLibraries(loader), loader, out).print(names);
        }
    }

    /** Prints what the map does with the classes, or the whole map where none is named. */
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
            var rules = map.rulesOf(type);
            if (!declares(type) && rules.isEmpty()) {
                out.println("  500: no rule names it, its superclasses or its interfaces");
            }
            for (var side : FaultSide.values()) {
                print(side, rules);
            }
        } catch (ClassNotFoundException | LinkageError unknown) {
            out.println("  not found; a rule would name it, but its superclasses cannot be told");
        }
    }

    /** Prints what the class itself says, and returns whether it says something. */
    private boolean declares(Class<?> type) {
        boolean tells = HttpError.class.isAssignableFrom(type);
        if (tells) {
            out.println("  what its status() returns, if that is 400 to 599: interface HttpError, before any rule");
        }
        var annotation = type.getAnnotation(HttpStatus.class);
        if (annotation == null || !Status.isError(annotation.value())) {
            return tells;
        }
        var wait = annotation.retryAfter() > 0 ? "; retry-after=" + annotation.retryAfter() : "";
        out.println("  " + annotation.value() + wait + ": annotation @HttpStatus, before the built-in rules");
        return true;
    }

    /** The rules in the order in which they are asked, up to the first one that asks for nothing more. */
    private void print(FaultSide side, List<Rule> rules) {
        for (var rule : rules) {
            boolean fits = rule.onSide() == null || rule.onSide() == side;
            if (fits && !(rule.effect() instanceof RuleEffect.SideOnly)) {
                out.println("  " + side.name().toLowerCase(Locale.ROOT) + ": " + rule + "   # " + rule.source());
                if (rule.condition().equals(RuleCondition.NONE)) {
                    return;
                }
            }
        }
    }
}
