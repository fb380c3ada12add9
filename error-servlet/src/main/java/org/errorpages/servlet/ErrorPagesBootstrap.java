package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.CustomResources;
import org.errorpages.DeveloperSettings;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.Settings;
import org.errorpages.classify.ErrorMap;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.jspecify.annotations.Nullable;

/** The one {@link ErrorPages} of an application, which filter and servlet share. */
final class ErrorPagesBootstrap {

    private static final String ATTRIBUTE = ErrorPagesContext.class.getName();
    private static final String ERROR_MAP = "errorMap";
    private static final String TEMPLATES = "templates";
    private static final String MESSAGES = "messages";
    private static final String INCIDENTS = "incidentsPath";
    private static final String DEFAULT_ERROR_MAP = "/WEB-INF/error-map.properties";

    private ErrorPagesBootstrap() {}

    /**
     * Returns what answers in an application; the first one to ask makes it.
     *
     * @param context the application
     * @param own the init-params of who asks
     * @param given what is to answer whatever the settings say, or null
     * @throws ServletException if a setting is not allowed, or differs from that of who asked first
     */
    static ErrorPagesContext of(ServletContext context, Map<String, String> own, @Nullable ErrorPages given)
            throws ServletException {
        synchronized (context) {
            try {
                var shared = context.getAttribute(ATTRIBUTE) instanceof ErrorPagesContext present ? present : null;
                var shell = resolve(context, own, given, shared);
                if (shared == null) {
                    shell.pages().announce(shell.described());
                }
                context.setAttribute(ATTRIBUTE, shell);
                return shell;
            } catch (IllegalArgumentException | IOException refused) {
                throw new ServletException("errorpages: " + refused.getMessage(), refused);
            }
        }
    }

    private static ErrorPagesContext resolve(
            ServletContext context,
            Map<String, String> own,
            @Nullable ErrorPages given,
            @Nullable ErrorPagesContext shared)
            throws IOException {
        if (shared != null && own.isEmpty() && (given == null || given == shared.pages())) {
            return shared;
        }
        var settings = InitParameters.effective(context, own);
        var ofShell = ServletSettings.from(Settings.of(settings, knownKeys()));
        var pages = given == null ? pages(context, settings, shared) : given;
        if (shared != null && !shared.settings().equals(ofShell)) {
            throw different();
        }
        var table = ApplicationErrorPages.of(context, ownLocation(context));
        return ErrorPagesContext.of(pages, ofShell, table, context);
    }

    private static ErrorPages pages(
            ServletContext context, Map<String, String> settings, @Nullable ErrorPagesContext shared)
            throws IOException {
        var own = new CustomResources(
                ContextFolder.of(context, TEMPLATES, settings.get(TEMPLATES)),
                ContextFolder.of(context, MESSAGES, settings.get(MESSAGES)));
        var config = ErrorPagesConfig.from(coreSettings(context, settings), own);
        if (shared == null) {
            return ErrorPages.builder()
                    .config(config)
                    .errorMap(errorMap(context, settings.get(ERROR_MAP)))
                    .build();
        }
        if (!shared.pages().config().equals(config)) {
            throw different();
        }
        return shared.pages();
    }

    /** Returns where our page is: the initializer's place, or the application's. */
    private static String ownLocation(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .filter(servlet -> ErrorPageServlet.class.getName().equals(servlet.getClassName()))
                .flatMap(servlet -> servlet.getMappings().stream())
                .findFirst()
                .orElse(ErrorPagesInitializer.LOCATION);
    }

    private static IllegalArgumentException different() {
        return new IllegalArgumentException("the filter and the servlet have different init-params; give them to the"
                + " filter alone, or as context-params with the prefix " + InitParameters.PREFIX);
    }

    /** Settings that the core does not know. */
    private static List<String> ownKeys() {
        var keys = new ArrayList<>(ServletSettings.KEYS);
        keys.addAll(List.of(ERROR_MAP, TEMPLATES, MESSAGES, ErrorPagesInitializer.AUTO_REGISTER));
        return keys;
    }

    private static List<String> knownKeys() {
        var keys = new ArrayList<>(ErrorPagesConfig.KEYS);
        keys.addAll(ownKeys());
        return keys;
    }

    private static Map<String, String> coreSettings(ServletContext context, Map<String, String> settings) {
        var core = new HashMap<>(settings);
        ownKeys().forEach(core::remove);
        core.computeIfPresent("gatewayPaths", (key, paths) -> inContext(context, paths));
        core.put(INCIDENTS, inContext(context, core.getOrDefault(INCIDENTS, DeveloperSettings.DEFAULT_INCIDENTS_PATH)));
        return core;
    }

    /** The core sees whole paths. */
    private static String inContext(ServletContext context, String paths) {
        return Stream.of(paths.split(",", -1))
                .map(String::strip)
                .map(path -> path.startsWith("/") ? context.getContextPath() + path : path)
                .collect(Collectors.joining(","));
    }

    /** The built-in map, that of each jar, the application's file, and what the setting says itself. */
    private static ErrorMap errorMap(ServletContext context, @Nullable String setting) throws IOException {
        // A context that is put together in code need not have one.
        var loader = Objects.requireNonNullElseGet(context.getClassLoader(), ErrorPages.class::getClassLoader);
        var map = ErrorMap.builtIn().withLibraries(loader);
        var rules = setting != null && setting.contains("=") ? setting : null;
        var file = setting == null || rules != null ? DEFAULT_ERROR_MAP : setting;
        try (var in = context.getResourceAsStream(file)) {
            if (in != null) {
                map = map.overruledBy(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
                warn(context, file, map.unknownClasses(file, loader));
            } else if (!file.equals(DEFAULT_ERROR_MAP)) {
                throw new IllegalArgumentException(ERROR_MAP + " = '" + file
                        + "' is not in the application; allowed: a path such as " + DEFAULT_ERROR_MAP + ", or rules");
            }
        }
        return rules == null ? map : map.overruledBy(rules, "setting " + ERROR_MAP);
    }

    private static void warn(ServletContext context, String file, List<String> unknown) {
        if (!unknown.isEmpty()) {
            context.log("errorpages: " + file + " names classes that are not there: " + String.join(", ", unknown));
        }
    }
}
