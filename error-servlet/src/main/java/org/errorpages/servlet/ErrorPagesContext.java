package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.errorpages.ErrorPages;
import org.errorpages.Mode;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.store.IncidentViewer.ViewerResponse;
import org.errorpages.servlet.container.ContainerBehaviour;
import org.errorpages.servlet.descriptor.ApplicationErrorPages;
import org.errorpages.servlet.request.RequestReader;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state that filter and servlet of one application share.
 *
 * @param localeSources the services that provide the language of a user, in order
 * @param isDevelopment whether developer pages are possible: never in production
 * @param checksCompletedRequests whether requests without an exception are checked
 */
record ErrorPagesContext(
        ErrorPages errorPages,
        ErrorHandlingSettings settings,
        ApplicationErrorPages applicationPages,
        ContainerBehaviour container,
        List<UserLanguageProvider> localeSources,
        boolean isDevelopment,
        boolean checksCompletedRequests) {

    static ErrorPagesContext of(
            ErrorPages errorPages,
            ErrorHandlingSettings settings,
            ApplicationErrorPages applicationPages,
            ServletContext context) {
        var container = ContainerBehaviour.of(context);
        return new ErrorPagesContext(
                errorPages,
                settings,
                applicationPages,
                container,
                ServiceLoader.load(UserLanguageProvider.class, context.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                errorPages.config().mode() == Mode.DEVELOPMENT,
                !container.truncatesOnTimeout() || settings.checksCompletedRequests());
    }

    /** Returns a snapshot of a request, in development mode with details. */
    RequestSnapshot snapshot(HttpServletRequest request) {
        var snapshot = RequestReader.snapshot(request, languageTag(request));
        return isDevelopment ? snapshot.withDetails(() -> RequestReader.details(request)) : snapshot;
    }

    /** Returns the line that the log has at start. */
    String description() {
        var pages = applicationPages.described();
        return "errorpages: mode " + errorPages.config().mode().name().toLowerCase(Locale.ROOT) + ", "
                + settings.description() + ", error pages of the application: "
                + (pages.isEmpty() ? "none" : String.join(", ", pages));
    }

    /** Returns the response of the incident viewer, or nothing if the request belongs to the application. */
    Optional<ViewerResponse> viewerResponse(HttpServletRequest request) {
        var path = errorPages.config().developer().incidentsPath();
        boolean matches = path != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && request.getRequestURI().startsWith(path);
        return matches ? errorPages.incidents(snapshot(request)) : Optional.empty();
    }

    /** Returns the language that the application chose for the user: its request attribute, then its services. */
    private @Nullable String languageTag(HttpServletRequest request) {
        var attribute = request.getAttribute(UserLanguageProvider.ATTRIBUTE);
        if (attribute instanceof String tag) {
            return tag;
        }
        if (attribute instanceof Locale locale) {
            return locale.toLanguageTag();
        }
        @Nullable String tag = null;
        for (int i = 0; i < localeSources.size() && tag == null; i++) {
            tag = languageTag(localeSources.get(i), request);
        }
        return tag;
    }

    /** Calls application code, whose failures must not replace the failure being answered. */
    private static @Nullable String languageTag(UserLanguageProvider source, HttpServletRequest request) {
        try {
            return source.languageOf(request).orElse(null);
        } catch (RuntimeException | LinkageError | StackOverflowError ignored) {
            return null;
        }
    }
}
