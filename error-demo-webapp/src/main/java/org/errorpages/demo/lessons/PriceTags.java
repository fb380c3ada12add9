package org.errorpages.demo.lessons;

import java.util.NoSuchElementException;

/** What books cost, as far as somebody wrote it down. */
public final class PriceTags {

    private static final String WITH_TAG = "HB-1041";

    private PriceTags() {}

    /** Returns the price in cents; an item without one is a bug, whose message does not say which item it was. */
    public static int centsOf(String item) {
        if (!item.equals(WITH_TAG)) {
            throw new NoSuchElementException("a book came without a price tag");
        }
        return 899;
    }
}
