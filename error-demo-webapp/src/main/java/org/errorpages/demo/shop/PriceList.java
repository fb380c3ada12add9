package org.errorpages.demo.shop;

import java.util.NoSuchElementException;

/** Holds the prices of books; only one is known. */
public final class PriceList {

    private static final String PRICED = "HB-1041";

    private PriceList() {}

    /** Returns the price in cents; an item without one is a bug, whose message does not name the item. */
    public static int centsOf(String item) {
        if (!item.equals(PRICED)) {
            throw new NoSuchElementException("a book came without a price tag");
        }
        return 899;
    }
}
