package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.errorpages.demo.shop.Basket;
import org.errorpages.demo.shop.LeakyCardPayment;
import org.errorpages.demo.shop.PriceList;

/** Fails in six ways below {@code /counter/}: price, basket, forward, async, checkout, upload. */
public final class CounterBugsServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final EnumParameter<GetAction> GET_ACTIONS = new EnumParameter<>(List.of(GetAction.values()));
    private static final EnumParameter<PostAction> POST_ACTIONS = new EnumParameter<>(List.of(PostAction.values()));

    private enum GetAction {
        PRICE,
        BASKET,
        FORWARD,
        ASYNC
    }

    private enum PostAction {
        CHECKOUT,
        UPLOAD
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (GET_ACTIONS.parse(name(request))) {
            case PRICE -> PriceList.centsOf(parameter(request, "item"));
            case BASKET -> fillBasket(request).cents();
            case FORWARD ->
                request.getRequestDispatcher("/counter/price?item=forwarded").forward(request, response);
            case ASYNC -> request.startAsync().dispatch("/counter/price?item=later");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (POST_ACTIONS.parse(name(request))) {
            case CHECKOUT -> new LeakyCardPayment(parameter(request, "card"), parameter(request, "password")).take();
            case UPLOAD ->
                PriceList.centsOf(
                        Objects.requireNonNullElse(request.getPart("cover").getSubmittedFileName(), ""));
        }
    }

    private static Basket fillBasket(HttpServletRequest request) {
        var basket = new Basket(List.of("HB-1041", "HB-2077"));
        var session = request.getSession();
        session.setAttribute("basket", basket);
        session.setAttribute("visits", 3);
        session.setAttribute("accessToken", "hb-session-41f0");
        return basket;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String name(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
    }
}
