package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.errorpages.ErrorPages;
import org.jspecify.annotations.Nullable;

/**
 * Registers the filter, before all others, and the servlet, unless {@code web.xml} does.
 *
 * <p>With it the jars in {@code WEB-INF/lib} need no configuration. The setting {@code autoRegister = false} disables it.
 */
public final class ErrorPagesInitializer implements ServletContainerInitializer {

    /** The setting that disables the initializer. */
    static final String AUTO_REGISTER = "autoRegister";

    /** The path of the servlet. */
    static final String LOCATION = "/errorpages";

    private static final String NAME = "errorpages";

    private final @Nullable ErrorPages given;

    /** Creates an initializer that reads its settings from the container, which calls this constructor. */
    public ErrorPagesInitializer() {
        this.given = null;
    }

    /**
     * Creates an initializer with the given framework instance, for an embedded server. Register error pages for statuses
     * passed to {@code sendError} with the server, at {@code /errorpages}.
     */
    public ErrorPagesInitializer(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if ("false"
                .equals(ErrorPagesContextFactory.effectiveSettings(context, Map.of())
                        .get(AUTO_REGISTER))) {
            return;
        }
        if (!isRegistered(context.getFilterRegistrations().values(), ErrorPageFilter.class)) {
            addFilter(context);
            // A setting that isn't allowed stops the start here; some containers initialize filters later.
            ErrorPagesContextFactory.contextOf(context, Collections.emptyEnumeration(), name -> name, given);
        }
        if (!isRegistered(context.getServletRegistrations().values(), ErrorPageServlet.class)) {
            addServlet(context);
        }
    }

    private static boolean isRegistered(Collection<? extends Registration> registrations, Class<?> type) {
        return registrations.stream().anyMatch(registration -> type.getName().equals(registration.getClassName()));
    }

    private void addFilter(ServletContext context) {
        var filter = given == null
                ? context.addFilter(NAME, ErrorPageFilter.class)
                : context.addFilter(NAME, new ErrorPageFilter(given));
        if (filter != null) {
            filter.setAsyncSupported(true);
            var dispatchers = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
            filter.addMappingForUrlPatterns(dispatchers, false, "/*");
        }
    }

    private void addServlet(ServletContext context) {
        var servlet = given == null
                ? context.addServlet(NAME, ErrorPageServlet.class)
                : context.addServlet(NAME, new ErrorPageServlet(given));
        if (servlet != null) {
            servlet.setAsyncSupported(true);
            servlet.addMapping(LOCATION);
        }
    }
}
