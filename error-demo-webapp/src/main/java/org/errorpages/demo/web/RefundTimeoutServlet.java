package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.errorpages.demo.payment.MockPaymentServer.Failure;

/** Refunds a customer at a payment provider that never responds: 504. */
public final class RefundTimeoutServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = ShopContext.of(getServletContext());
        shop.payments().refund(shop.provider().uri(Failure.SILENT), "HB-1045");
    }
}
