package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.List;
import org.errorpages.demo.payment.MockPaymentServer.Failure;

/** Charges a customer at a payment provider that fails in the requested way: 502. */
public final class FailedChargeServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final EnumParameter<Failure> FAILURES =
            new EnumParameter<>(List.of(Failure.GARBAGE, Failure.REFUSED, Failure.RESET, Failure.CERTIFICATE));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = ShopContext.of(getServletContext());
        var provider = shop.provider().uri(FAILURES.in(request));
        shop.payments().charge(provider, "HB-1044");
    }
}
