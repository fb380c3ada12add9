package org.errorpages.demo.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Opens the shop, with the payment provider behind it, when the web application starts and closes it when it stops. */
public final class OpeningHours implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Shop.open().register(event.getServletContext());
        } catch (IOException e) {
            throw new UncheckedIOException("the shop could not open", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        try {
            Shop.of(event.getServletContext()).close();
        } catch (IOException e) {
            throw new UncheckedIOException("the shop could not close", e);
        }
    }
}
