package org.errorpages.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.errorpages.demo.shop.Order;
import org.errorpages.demo.shop.PackingDesk.Wrapping;

/** Confirms and packs the order of a book: the one servlet that works. */
public final class WorkingOrderServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Order BOOK = new Order("HB-1041", "Great Expectations", 410, 899);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var shop = ShopContext.of(getServletContext());
        shop.orders().confirm(BOOK);
        shop.packing().pack(BOOK, Wrapping.BOX);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().write("ok\n");
    }
}
