package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.errorpages.demo.shop.OperationFailedException;
import org.errorpages.demo.shop.Order;

/** Confirms the order of a gift card, which has no weight: 500, from a bug three layers down. */
public final class GiftCardBugServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Order GIFT_CARD = new Order("HB-1042", "Gift card", 0, 2500);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            ShopContext.of(getServletContext()).orders().confirm(GIFT_CARD);
        } catch (OperationFailedException e) {
            throw new ServletException("checkout failed", e);
        }
    }
}
