package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.util.List;
import org.errorpages.demo.provider.Till;

/** Charges a customer at a till of the payment provider that is broken in the way asked for: 502. */
public final class PaymentServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Choice<Till> TILLS =
            new Choice<>(List.of(Till.GARBAGE, Till.REFUSED, Till.RESET, Till.CERTIFICATE));

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var shop = Shop.of(getServletContext());
        var till = shop.provider().address(TILLS.in(request));
        shop.payments().charge(till, "HB-1044");
    }
}
