package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.errorpages.demo.provider.Till;

/** Refunds a customer at a till of the payment provider that takes the request and says nothing: 504. */
public final class RefundServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = Shop.of(getServletContext());
        shop.payments().refund(shop.provider().address(Till.SILENT), "HB-1045");
    }
}
