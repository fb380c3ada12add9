package org.errorpages.demo.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.errorpages.demo.lessons.Basket;
import org.errorpages.demo.lessons.Payment;
import org.errorpages.demo.lessons.PriceTags;

/** Fails over requests of which the developer's page has much to tell, or to hide: {@code /counter/checkout}. */
public final class CounterServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Choice<Question> QUESTIONS = new Choice<>(List.of(Question.values()));
    private static final Choice<Handover> HANDOVERS = new Choice<>(List.of(Handover.values()));

    private enum Question {
        PRICE,
        BASKET,
        FORWARD,
        ASYNC
    }

    private enum Handover {
        CHECKOUT,
        UPLOAD
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (QUESTIONS.parse(name(request))) {
            case PRICE -> PriceTags.centsOf(parameter(request, "item"));
            case BASKET -> fillBasket(request).cents();
            case FORWARD ->
                request.getRequestDispatcher("/counter/price?item=forwarded").forward(request, response);
            case ASYNC -> request.startAsync().dispatch("/counter/price?item=later");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (HANDOVERS.parse(name(request))) {
            case CHECKOUT -> new Payment(parameter(request, "card"), parameter(request, "password")).take();
            case UPLOAD ->
                PriceTags.centsOf(
                        Objects.requireNonNullElse(request.getPart("cover").getSubmittedFileName(), ""));
        }
    }

    private static Basket fillBasket(HttpServletRequest request) {
        var basket = new Basket(List.of("HB-1041", "HB-2077"));
        var session = request.getSession();
        session.setAttribute("basket", basket);
        session.setAttribute("visits", 3);
        session.setAttribute("accessToken", "hb-session-41f0");
        return basket;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String name(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
    }
}
