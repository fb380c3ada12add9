package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What the application knows of the language of a user: its request attribute before its services.
 *
 * @param sources the services, in order
 */
record LocaleResolver(List<LocaleSource> sources) {

    LocaleResolver {
        sources = List.copyOf(sources);
    }

    static LocaleResolver in(ServletContext context) {
        return new LocaleResolver(ServiceLoader.load(LocaleSource.class, context.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Returns the tag of the language, or null. */
    @Nullable
    String of(HttpServletRequest request) {
        var attribute = request.getAttribute(LocaleSource.ATTRIBUTE);
        if (attribute instanceof String tag) {
            return tag;
        }
        if (attribute instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        for (var source : sources) {
            var tag = asked(source, request);
            if (tag != null) {
                return tag;
            }
        }
        return null;
    }

    /** The boundary to code of the application: whatever it throws, the failure at hand is what matters. */
    private static @Nullable String asked(LocaleSource source, HttpServletRequest request) {
        try {
            return source.languageOf(request).orElse(null);
        } catch (RuntimeException | LinkageError | StackOverflowError unusable) {
            return null;
        }
    }
}
