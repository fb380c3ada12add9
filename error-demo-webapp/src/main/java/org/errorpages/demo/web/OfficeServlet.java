package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.List;

/** Asks the back office for more than it can give right now: 503. */
public final class OfficeServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Choice<Errand> ERRANDS = new Choice<>(List.of(Errand.values()));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = Shop.of(getServletContext());
        switch (ERRANDS.in(request)) {
            case OVERLOAD -> shop.reports().printMonth();
            case DATABASE -> shop.stock().copiesToBuy();
            case MAINTENANCE -> shop.counter().check();
        }
    }

    private enum Errand {
        OVERLOAD,
        DATABASE,
        MAINTENANCE
    }
}
