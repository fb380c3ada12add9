package org.errorpages.demo.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Opens the shop and its mock payment server when the web application starts, and closes them when it stops. */
public final class ShopLifecycle implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            ShopContext.open().register(event.getServletContext());
        } catch (IOException e) {
            throw new UncheckedIOException("the shop could not open", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            ShopContext.of(event.getServletContext()).close();
        } catch (IOException e) {
            throw new UncheckedIOException("the shop could not close", e);
        }
    }
}
