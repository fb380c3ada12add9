package org.errorpages.demo.lessons;

import java.math.BigDecimal;
import java.util.List;
import java.util.NoSuchElementException;

/** What books cost, as far as somebody wrote it down. */
public final class PriceTags {

    private static final List<String> WRITTEN = List.of("8.99", "12.50", "nine");
    private static final String WITH_TAG = "HB-1041";

    private PriceTags() {}

    /** Returns the price in cents; an item without one is a bug, whose message does not say which item it was. */
    public static int centsOf(String item) {
        if (!item.equals(WITH_TAG)) {
            throw new NoSuchElementException("a book came without a price tag");
        }
        return 899;
    }

    static BigDecimal total() {
        return WRITTEN.stream().map(price -> new BigDecimal(price.strip())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
