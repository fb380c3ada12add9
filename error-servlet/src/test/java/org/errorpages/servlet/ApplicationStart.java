package org.errorpages.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.ref.WeakReference;
import java.util.Objects;

/** Registers the servlets of {@link Application}; a listener in web.xml may do so. */
public final class ApplicationStart implements ServletContextListener {

    /** A system property, because tests and applications share no classes. */
    private static final String LOADER = "test.application.loader";

    /** Returns the loader of the application that was started last. */
    static WeakReference<?> loader() {
        return Objects.requireNonNull((WeakReference<?>) System.getProperties().get(LOADER));
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        System.getProperties().put(LOADER, new WeakReference<>(getClass().getClassLoader()));
        Application.register(event.getServletContext());
    }
}
