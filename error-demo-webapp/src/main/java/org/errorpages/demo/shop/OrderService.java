package org.errorpages.demo.shop;

/** Prices and confirms orders. */
public final class OrderService {

    private final OrderTotalCalculator prices = new OrderTotalCalculator();

    /**
     * Returns the total price in cents.
     *
     * @throws OperationFailedException if the order cannot be priced
     */
    public int confirm(Order order) {
        try {
            return prices.totalCents(order);
        } catch (RuntimeException e) {
            throw new OperationFailedException("order " + order.number() + " could not be priced", e);
        }
    }
}
