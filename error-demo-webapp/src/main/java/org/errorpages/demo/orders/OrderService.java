package org.errorpages.demo.orders;

/** Takes orders: the shop's own business, where its own bugs are. */
public final class OrderService {

    private final PriceCalculator prices = new PriceCalculator();

    /**
     * Returns what the customer has to pay.
     *
     * @throws OrderException if the order could not be priced
     */
    public int confirm(Order order) {
        try {
            return prices.totalCents(order);
        } catch (RuntimeException e) {
            throw new OrderException("order " + order.number() + " could not be priced", e);
        }
    }
}
