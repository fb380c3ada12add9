package org.errorpages.demo.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.errorpages.demo.payment.MockPaymentServer;
import org.errorpages.demo.payment.PaymentClient;
import org.errorpages.demo.shop.MaintenanceMode;
import org.errorpages.demo.shop.OrderService;
import org.errorpages.demo.shop.OverloadedReportPrinter;
import org.errorpages.demo.shop.PackingDesk;
import org.errorpages.demo.shop.StockRepository;

/** The services that the servlets share, kept as an attribute of the servlet context. */
record ShopContext(
        OrderService orders,
        PackingDesk packing,
        PaymentClient payments,
        MockPaymentServer provider,
        OverloadedReportPrinter reports,
        StockRepository stock,
        MaintenanceMode maintenance)
        implements AutoCloseable {

    static ShopContext open() throws IOException {
        return new ShopContext(
                new OrderService(),
                new PackingDesk(),
                new PaymentClient(),
                MockPaymentServer.start(),
                new OverloadedReportPrinter(),
                new StockRepository(),
                new MaintenanceMode("The shop is being restocked.", Duration.ofMinutes(10)));
    }

    static ShopContext of(ServletContext context) {
        return (ShopContext) Objects.requireNonNull(context.getAttribute(ShopContext.class.getName()));
    }

    void register(ServletContext context) {
        context.setAttribute(ShopContext.class.getName(), this);
    }

    @Override
    public void close() throws IOException {
        reports.close();
        stock.close();
        payments.close();
        provider.close();
    }
}
