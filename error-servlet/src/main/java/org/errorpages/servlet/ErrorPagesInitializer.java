package org.errorpages.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the filter before all others and makes sure of the servlet, so that the jars in {@code WEB-INF/lib} are enough.
 *
 * <p>What {@code web.xml} registers of the two is left as it is. The setting {@code auto} with the value {@code false}
 * keeps it from doing anything.
 */
public final class ErrorPagesInitializer implements ServletContainerInitializer {

    /** The setting that switches the initializer off. */
    static final String AUTO = "auto";

    private static final String NAME = "errorpages";
    private static final String LOCATION = "/errorpages";

    /** Creates the initializer; containers do so. */
    public ErrorPagesInitializer() {}

    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
        if ("false".equals(InitParameters.effective(context, Map.of()).get(AUTO))) {
            return;
        }
        if (!isThere(context.getFilterRegistrations().values(), ErrorPageFilter.class)) {
            addFilter(context);
        }
        if (!isThere(context.getServletRegistrations().values(), ErrorPageServlet.class)) {
            addServlet(context);
        }
    }

    private static boolean isThere(Collection<? extends Registration> registrations, Class<?> type) {
        return registrations.stream().anyMatch(registration -> type.getName().equals(registration.getClassName()));
    }

    private static void addFilter(ServletContext context) {
        var filter = context.addFilter(NAME, ErrorPageFilter.class);
        if (filter != null) {
            filter.setAsyncSupported(true);
            var dispatchers = EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
            filter.addMappingForUrlPatterns(dispatchers, false, "/*");
        }
    }

    private static void addServlet(ServletContext context) {
        var servlet = context.addServlet(NAME, ErrorPageServlet.class);
        if (servlet != null) {
            servlet.setAsyncSupported(true);
            servlet.addMapping(LOCATION);
        }
    }
}
