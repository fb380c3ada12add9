package org.errorpages.demo.shop;

/** Adds the postage to the price of an order. */
final class OrderTotalCalculator {

    private final PostageTable postage = new PostageTable();

    int totalCents(Order order) {
        return order.cents() + postage.cents(order.grams());
    }
}
