package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.errorpages.demo.orders.Order;
import org.errorpages.demo.orders.OrderException;

/** Confirms the order of a gift card, which weighs nothing: a bug three layers down, 500. */
public final class GiftCardServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Order GIFT_CARD = new Order("HB-1042", "Gift card", 0, 2500);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            Shop.of(getServletContext()).orders().confirm(GIFT_CARD);
        } catch (OrderException e) {
            throw new ServletException("checkout failed", e);
        }
    }
}
