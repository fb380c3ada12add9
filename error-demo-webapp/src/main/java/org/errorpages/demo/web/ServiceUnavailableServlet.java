package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.List;

/** Fails with 503: an overloaded executor, an exhausted database pool, or maintenance. */
public final class ServiceUnavailableServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final EnumParameter<Task> TASKS = new EnumParameter<>(List.of(Task.values()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = ShopContext.of(getServletContext());
        switch (TASKS.in(request)) {
            case OVERLOAD -> shop.reports().printMonth();
            case DATABASE -> shop.stock().copiesToBuy();
            case MAINTENANCE -> shop.maintenance().check();
        }
    }

    private enum Task {
        OVERLOAD,
        DATABASE,
        MAINTENANCE
    }
}
