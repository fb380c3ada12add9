package org.errorpages.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.errorpages.ErrorPages;
import org.errorpages.Mode;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.servlet.container.Container;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.errorpages.servlet.request.RequestDetailsReader;
import org.errorpages.servlet.request.RequestReader;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state that filter and servlet of one application share.
 *
 * @param errorPages the framework instance
 * @param settings the settings of filter and servlet
 * @param applicationPages the error pages of the application
 * @param container the container's deviations
 * @param localeResolver the language that the application chose for a user
 * @param isDevelopment whether developer pages are possible: never in production
 * @param checksCompletedRequests whether requests without an exception are checked
 */
record ErrorPagesContext(
        ErrorPages errorPages,
        ServletSettings settings,
        ApplicationErrorPages applicationPages,
        Container container,
        LocaleResolver localeResolver,
        boolean isDevelopment,
        boolean checksCompletedRequests) {

    static ErrorPagesContext of(
            ErrorPages errorPages,
            ServletSettings settings,
            ApplicationErrorPages applicationPages,
            ServletContext context) {
        var container = Container.of(context);
        return new ErrorPagesContext(
                errorPages,
                settings,
                applicationPages,
                container,
                LocaleResolver.of(context),
                errorPages.config().mode() == Mode.DEVELOPMENT,
                !container.truncatesOnTimeout() || settings.checksCompletedRequests());
    }

    /** Returns a snapshot of a request, with details if its client is a developer. */
    RequestSnapshot snapshot(HttpServletRequest request) {
        var snapshot =
                RequestReader.snapshot(request, localeResolver.languageTag(request), errorPages.asksForAddresses());
        return errorPages.isDeveloper(snapshot)
                ? snapshot.withDetails(RequestDetailsReader.details(request))
                : snapshot;
    }

    /** Returns the line that the log has at start. */
    String description() {
        var pages = applicationPages.described();
        return "errorpages: mode " + errorPages.config().mode().name().toLowerCase(Locale.ROOT) + ", "
                + settings.description() + ", error pages of the application: "
                + (pages.isEmpty() ? "none" : String.join(", ", pages));
    }

    /**
     * Resolves the language that the application chose for a user: its request attribute, then its services.
     *
     * @param sources the services, in order
     */
    record LocaleResolver(List<LocaleSource> sources) {

        static LocaleResolver of(ServletContext context) {
            return new LocaleResolver(ServiceLoader.load(LocaleSource.class, context.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());
        }

        /** Returns the language tag, or null. */
        @Nullable
        String languageTag(HttpServletRequest request) {
            var attribute = request.getAttribute(LocaleSource.ATTRIBUTE);
            if (attribute instanceof String tag) {
                return tag;
            }
            if (attribute instanceof Locale locale) {
                return locale.toLanguageTag();
            }
            for (var source : sources) {
                var tag = languageTag(source, request);
                if (tag != null) {
                    return tag;
                }
            }
            return null;
        }

        /** Calls application code, whose failures must not replace the failure being answered. */
        private static @Nullable String languageTag(LocaleSource source, HttpServletRequest request) {
            try {
                return source.languageOf(request).orElse(null);
            } catch (RuntimeException | LinkageError | StackOverflowError ignored) {
                return null;
            }
        }
    }
}
