package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.errorpages.ErrorPages;
import org.jspecify.annotations.Nullable;

/**
 * Puts the filter before all others and makes sure of the servlet, so that the jars in {@code WEB-INF/lib} are enough.
 *
 * <p>What {@code web.xml} registers of the two is left as it is. The setting {@code autoRegister} with the value {@code false}
 * keeps it from doing anything.
 */
public final class ErrorPagesInitializer implements ServletContainerInitializer {

    /** The setting that switches the initializer off. */
    static final String AUTO_REGISTER = "autoRegister";

    private static final String NAME = "errorpages";
    /** Where the servlet is mapped. */
    static final String LOCATION = "/errorpages";

    private final @Nullable ErrorPages given;

    /** Creates the initializer; containers do so. */
    public ErrorPagesInitializer() {
        this.given = null;
    }

    /**
     * Creates an initializer for a server that is put together in code: what it registers answers as it is told. Error
     * pages for statuses that are sent are registered with the server, at {@code /errorpages}.
     */
    public ErrorPagesInitializer(ErrorPages pages) {
        this.given = Objects.requireNonNull(pages);
    }

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if ("false".equals(InitParameters.effective(context, Map.of()).get(AUTO_REGISTER))) {
            return;
        }
        if (!isThere(context.getFilterRegistrations().values(), ErrorPageFilter.class)) {
            addFilter(context);
            // Not every container starts filters with the application; a setting that is not allowed stops it here.
            ErrorPagesBootstrap.of(context, Map.of(), given);
        }
        if (!isThere(context.getServletRegistrations().values(), ErrorPageServlet.class)) {
            addServlet(context);
        }
    }

    private static boolean isThere(Collection<? extends Registration> registrations, Class<?> type) {
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
