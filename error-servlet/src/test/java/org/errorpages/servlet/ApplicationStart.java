package org.errorpages.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Registers the servlets of {@link Application}; named in web.xml, so that it may. */
public final class ApplicationStart implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Application.register(event.getServletContext());
    }
}
