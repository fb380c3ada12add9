package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.CheckedSettings;
import org.errorpages.CustomResources;
import org.errorpages.DeveloperPageSettings;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.classify.ErrorMap;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.resource.ResourceFolder;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.jspecify.annotations.Nullable;

/** Creates the one {@link ErrorPagesContext} of an application, which filter and servlet share. */
final class ErrorPagesContextFactory {

    /** The prefix of system properties and context-params. */
    private static final String PREFIX = "errorpages.";

    private static final String ATTRIBUTE = ErrorPagesContext.class.getName();
    private static final String ERROR_MAP = "errorMap";
    private static final String TEMPLATES = "templates";
    private static final String MESSAGES = "messages";
    private static final String DEFAULT_ERROR_MAP = "/WEB-INF/error-map.properties";

    /** The keys that the core doesn't know. */
    private static final List<String> OWN_KEYS = Stream.concat(
                    ErrorHandlingSettings.KEYS.stream(),
                    Stream.of(ERROR_MAP, TEMPLATES, MESSAGES, ErrorPagesInitializer.AUTO_REGISTER))
            .toList();

    private ErrorPagesContextFactory() {}

    /**
     * Returns the context of an application. The first call creates it.
     *
     * @param initParamNames the names of the init-params of the calling filter or servlet
     * @param initParam returns the value of one
     * @param given the instance to use instead of one configured by settings, or null
     * @throws ServletException if a setting is not allowed, or differs from those of the first call
     */
    static ErrorPagesContext contextOf(
            ServletContext servletContext,
            Enumeration<String> initParamNames,
            UnaryOperator<String> initParam,
            @Nullable ErrorPages given)
            throws ServletException {
        var initParams =
                Collections.list(initParamNames).stream().collect(Collectors.toMap(Function.identity(), initParam));
        synchronized (servletContext) {
            try {
                var shared =
                        servletContext.getAttribute(ATTRIBUTE) instanceof ErrorPagesContext present ? present : null;
                var context = resolve(servletContext, initParams, given, shared);
                if (shared == null) {
                    IncidentLog.logStart(context.description());
                }
                servletContext.setAttribute(ATTRIBUTE, context);
                return context;
            } catch (IllegalArgumentException | IOException invalid) {
                throw new ServletException("errorpages: " + invalid.getMessage(), invalid);
            }
        }
    }

    /** Returns the effective settings as text: system properties override init-params, which override context-params. */
    static Map<String, String> effectiveSettings(ServletContext context, Map<String, String> initParams) {
        var settings = new TreeMap<String, String>();
        Collections.list(context.getInitParameterNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), context.getInitParameter(name)));
        settings.putAll(initParams);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> settings.put(name.substring(PREFIX.length()), System.getProperty(name)));
        return settings;
    }

    private static ErrorPagesContext resolve(
            ServletContext context,
            Map<String, String> initParams,
            @Nullable ErrorPages given,
            @Nullable ErrorPagesContext shared)
            throws IOException {
        if (shared != null && initParams.isEmpty() && (given == null || given == shared.errorPages())) {
            return shared;
        }
        var settings = effectiveSettings(context, initParams);
        var keys = Stream.concat(ErrorPagesConfig.KEYS.stream(), OWN_KEYS.stream());
        var servletSettings = ErrorHandlingSettings.from(CheckedSettings.of(settings, keys.toList()));
        var errorPages = given == null ? errorPages(context, settings, shared) : given;
        if (shared != null && !shared.settings().equals(servletSettings)) {
            throw differentSettings();
        }
        var applicationPages = ApplicationErrorPages.of(context, ownLocation(context));
        return ErrorPagesContext.of(errorPages, servletSettings, applicationPages, context);
    }

    private static ErrorPages errorPages(
            ServletContext context, Map<String, String> settings, @Nullable ErrorPagesContext shared)
            throws IOException {
        var resources = new CustomResources(
                ContextFolder.of(context, TEMPLATES, settings.get(TEMPLATES)),
                ContextFolder.of(context, MESSAGES, settings.get(MESSAGES)));
        var config = ErrorPagesConfig.from(coreSettings(context, settings), resources);
        if (shared == null) {
            return ErrorPages.builder()
                    .config(config)
                    .errorMap(errorMap(context, settings.get(ERROR_MAP)))
                    .build();
        }
        if (!shared.errorPages().config().equals(config)) {
            throw differentSettings();
        }
        return shared.errorPages();
    }

    /** Returns the path of the servlet, which the application or the initializer registers. */
    private static String ownLocation(ServletContext context) {
        return context.getServletRegistrations().values().stream()
                .filter(servlet -> ErrorPageServlet.class.getName().equals(servlet.getClassName()))
                .flatMap(servlet -> servlet.getMappings().stream())
                .findFirst()
                .orElse(ErrorPagesInitializer.LOCATION);
    }

    private static IllegalArgumentException differentSettings() {
        return new IllegalArgumentException("the filter and the servlet have different init-params; give them to the"
                + " filter alone, or as context-params with the prefix " + PREFIX);
    }

    private static Map<String, String> coreSettings(ServletContext context, Map<String, String> settings) {
        var core = new HashMap<>(settings);
        OWN_KEYS.forEach(core::remove);
        core.computeIfPresent("gatewayPaths", (key, paths) -> withContextPath(context, paths));
        core.putIfAbsent("incidentsPath", DeveloperPageSettings.DEFAULT_INCIDENTS_PATH);
        core.computeIfPresent("incidentsPath", (key, path) -> withContextPath(context, path));
        return core;
    }

    private static String withContextPath(ServletContext context, String paths) {
        return Stream.of(paths.split(",", -1))
                .map(String::strip)
                .map(path -> path.startsWith("/") ? context.getContextPath() + path : path)
                .collect(Collectors.joining(","));
    }

    /** Merges the built-in map, those of the jars, the application's file, and rules in the setting; the last wins. */
    private static ErrorMap errorMap(ServletContext context, @Nullable String setting) throws IOException {
        // A context of an embedded server may have no class loader.
        var loader = Objects.requireNonNullElseGet(context.getClassLoader(), ErrorPages.class::getClassLoader);
        var map = ErrorMap.builtIn().withLibraries(loader);
        var rules = setting != null && setting.contains("=") ? setting : null;
        var file = setting == null || rules != null ? DEFAULT_ERROR_MAP : setting;
        try (var in = context.getResourceAsStream(file)) {
            if (in != null) {
                map = map.overruledBy(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
                var unknown = map.unknownClasses(file, loader);
                if (!unknown.isEmpty()) {
                    context.log("errorpages: " + file + " names unknown classes: " + String.join(", ", unknown));
                }
            } else if (!file.equals(DEFAULT_ERROR_MAP)) {
                throw new IllegalArgumentException(ERROR_MAP + " = '" + file
                        + "' is not in the application; allowed: a path such as " + DEFAULT_ERROR_MAP + ", or rules");
            }
        }
        return rules == null ? map : map.overruledBy(rules, "setting " + ERROR_MAP);
    }

    /** Reads resources from a folder of a web application, whose path starts and ends with a slash. */
    private record ContextFolder(ServletContext context, String location) implements ResourceFolder {

        /** The default folder for custom pages and messages. */
        private static final String DEFAULT = "/WEB-INF/errorpages/";

        private static final String FILE_SCHEME = "file:";

        /**
         * Returns the folder of a setting: a path in the application, or a directory as a {@code file:} URL.
         *
         * @param value the setting, or null for the default, which need not exist
         * @throws IllegalArgumentException if the folder doesn't exist
         */
        static ResourceFolder of(ServletContext context, String key, @Nullable String value) {
            var path = value == null ? DEFAULT : value.strip();
            if (path.startsWith(FILE_SCHEME)) {
                return ResourceFolder.at(Path.of(URI.create(path)));
            }
            boolean inside = path.startsWith("/") && !path.contains("..");
            var folder = new ContextFolder(context, path.endsWith("/") ? path : path + "/");
            if (!inside || (value != null && folder.paths().isEmpty())) {
                throw new IllegalArgumentException(
                        key + " = '" + path + "' isn't a folder of the application; allowed: a path such as " + DEFAULT
                                + ", or a directory such as file:/etc/shop/errorpages/");
            }
            return folder;
        }

        @Override
        public SortedSet<String> names() {
            var names = new TreeSet<String>();
            for (var path : paths()) {
                if (path.startsWith(location) && !path.endsWith("/")) {
                    names.add(path.substring(location.length()));
                }
            }
            return names;
        }

        @Override
        public Optional<byte[]> read(String name) {
            if (!names().contains(name)) {
                return Optional.empty();
            }
            var path = location + name;
            try (var in = Objects.requireNonNull(context.getResourceAsStream(path), path)) {
                var bytes = in.readNBytes(MAX_SIZE + 1);
                if (bytes.length > MAX_SIZE) {
                    throw new IllegalArgumentException(path + " has more than " + MAX_SIZE + " bytes");
                }
                return Optional.of(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + path, e);
            }
        }

        private Set<String> paths() {
            return Objects.requireNonNullElse(context.getResourcePaths(location), Set.of());
        }
    }
}
