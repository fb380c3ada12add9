package org.errorpages.demo.lessons;

import java.math.BigDecimal;
import java.util.List;

/** What books cost, as far as somebody wrote it down. */
public final class PriceTags {

    private static final List<String> WRITTEN = List.of("8.99", "12.50", "nine");
    private static final List<String> ITEMS = List.of("HB-1041", "HB-1043", "HB-1044");
    private static final List<Integer> CENTS = List.of(899, 1250, 950);

    private PriceTags() {}

    /** Returns the price in cents; of an item without one that is a bug. */
    public static int centsOf(String item) {
        return CENTS.get(ITEMS.indexOf(item));
    }

    static BigDecimal total() {
        return WRITTEN.stream().map(price -> new BigDecimal(price.strip())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
