package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.errorpages.ErrorPages;
import org.errorpages.ErrorPagesConfig;
import org.errorpages.SettingNames;
import org.errorpages.status.ErrorMap;
import org.jspecify.annotations.Nullable;

/** The one {@link ErrorPages} of an application, which filter and servlet share. */
final class SharedErrorPages {

    private static final String ATTRIBUTE = ErrorPages.class.getName();
    private static final String ERROR_MAP = "errorMap";
    private static final String DEFAULT_ERROR_MAP = "/WEB-INF/error-map.properties";

    /** Settings that the core does not know. */
    private static final List<String> OWN_KEYS = List.of(ERROR_MAP, ErrorPagesInitializer.AUTO);

    private SharedErrorPages() {}

    /**
     * Returns what answers in an application; the first one to ask makes it.
     *
     * @param context the application
     * @param own the init-params of who asks
     * @param given what is to answer whatever the settings say, or null
     * @throws ServletException if a setting is not allowed, or differs from that of who asked first
     */
    static ErrorPages of(ServletContext context, Map<String, String> own, @Nullable ErrorPages given)
            throws ServletException {
        synchronized (context) {
            try {
                var shared = context.getAttribute(ATTRIBUTE) instanceof ErrorPages present ? present : null;
                var pages = given != null ? given : resolve(context, own, shared);
                context.setAttribute(ATTRIBUTE, pages);
                return pages;
            } catch (IllegalArgumentException | IOException refused) {
                throw new ServletException("errorpages: " + refused.getMessage(), refused);
            }
        }
    }

    private static ErrorPages resolve(ServletContext context, Map<String, String> own, @Nullable ErrorPages shared)
            throws IOException {
        if (shared != null && own.isEmpty()) {
            return shared;
        }
        var settings = InitParameters.effective(context, own);
        SettingNames.requireKnown(settings.keySet(), knownKeys());
        var config = ErrorPagesConfig.from(coreSettings(settings));
        if (shared == null) {
            return ErrorPages.builder()
                    .config(config)
                    .errorMap(errorMap(context, settings.get(ERROR_MAP)))
                    .build();
        }
        if (!shared.config().equals(config)) {
            throw new IllegalArgumentException("the filter and the servlet have different init-params; give them to the"
                    + " filter alone, or as context-params with the prefix " + InitParameters.PREFIX);
        }
        return shared;
    }

    private static List<String> knownKeys() {
        var keys = new ArrayList<>(ErrorPagesConfig.KEYS);
        keys.addAll(OWN_KEYS);
        return keys;
    }

    private static Map<String, String> coreSettings(Map<String, String> settings) {
        var core = new HashMap<>(settings);
        OWN_KEYS.forEach(core::remove);
        return core;
    }

    private static ErrorMap errorMap(ServletContext context, @Nullable String path) throws IOException {
        var file = path == null ? DEFAULT_ERROR_MAP : path;
        try (var in = context.getResourceAsStream(file)) {
            if (in != null) {
                return ErrorMap.builtIn().overruledBy(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
            }
        }
        if (path != null) {
            throw new IllegalArgumentException(ERROR_MAP + " = '" + path
                    + "' is not in the application; allowed: a path such as " + DEFAULT_ERROR_MAP);
        }
        return ErrorMap.builtIn();
    }
}
