package org.errorpages.demo.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.errorpages.demo.office.MaintenanceSwitch;
import org.errorpages.demo.office.ReportDesk;
import org.errorpages.demo.office.StockRoom;
import org.errorpages.demo.orders.OrderService;
import org.errorpages.demo.orders.PackingDesk;
import org.errorpages.demo.payments.PaymentGateway;
import org.errorpages.demo.provider.PaymentProvider;

/** Everything the servlets share, kept in the servlet context from start to stop. */
record Shop(
        OrderService orders,
        PackingDesk packing,
        PaymentGateway payments,
        PaymentProvider provider,
        ReportDesk reports,
        StockRoom stock,
        MaintenanceSwitch counter)
        implements AutoCloseable {

    static Shop open() throws IOException {
        return new Shop(
                new OrderService(),
                new PackingDesk(),
                new PaymentGateway(),
                PaymentProvider.open(),
                new ReportDesk(),
                new StockRoom(),
                new MaintenanceSwitch("The shop is being restocked.", Duration.ofMinutes(10)));
    }

    static Shop of(ServletContext context) {
        return (Shop) Objects.requireNonNull(context.getAttribute(Shop.class.getName()));
    }

    void register(ServletContext context) {
        context.setAttribute(Shop.class.getName(), this);
    }

    @Override
    public void close() throws IOException {
        reports.close();
        stock.close();
        payments.close();
        provider.close();
    }
}
