package org.errorpages.demo.lessons;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * What a visitor wants to buy.
 *
 * @param items the numbers of the books
 */
public record Basket(List<String> items) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public Basket {
        items = List.copyOf(items);
    }

    /** Returns what all of it costs; an item without a price is a bug. */
    public int cents() {
        return items.stream().mapToInt(PriceTags::centsOf).sum();
    }
}
