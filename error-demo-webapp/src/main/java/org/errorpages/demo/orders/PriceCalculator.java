package org.errorpages.demo.orders;

/** Adds up what an order costs. */
final class PriceCalculator {

    private final PostageTable postage = new PostageTable();

    int totalCents(Order order) {
        return order.cents() + postage.cents(order.grams());
    }
}
