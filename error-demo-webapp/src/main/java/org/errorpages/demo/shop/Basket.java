package org.errorpages.demo.shop;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * The books that a visitor wants to buy.
 *
 * @param items the numbers of the books
 */
public record Basket(List<String> items) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public Basket {
        items = List.copyOf(items);
    }

    /** Returns the total price in cents; an item without a price is a bug. */
    public int cents() {
        return items.stream().mapToInt(PriceList::centsOf).sum();
    }
}
