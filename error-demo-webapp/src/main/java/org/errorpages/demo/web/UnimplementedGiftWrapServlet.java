package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.errorpages.demo.shop.Order;
import org.errorpages.demo.shop.PackingDesk.Wrapping;

/** Packs a book as a gift, which is not implemented: 501. */
public final class UnimplementedGiftWrapServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Order GIFT = new Order("HB-1043", "Treasure Island", 280, 749);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        ShopContext.of(getServletContext()).packing().pack(GIFT, Wrapping.GIFT);
    }
}
