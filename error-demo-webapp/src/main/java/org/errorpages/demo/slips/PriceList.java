package org.errorpages.demo.slips;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Reads what people and machines write in another form than expected. */
final class PriceList {

    enum Binding {
        HARDCOVER,
        PAPERBACK
    }

    private PriceList() {}

    static int currency() {
        return System.getenv("HARBOUR_BOOKS_CURRENCY").length();
    }

    static BigDecimal price(String written) {
        return BigDecimal.valueOf(Long.parseLong(written), 2);
    }

    static LocalDate validFrom(String written) {
        return LocalDate.parse(written);
    }

    static String binding(String written) {
        return Binding.valueOf(written).name();
    }
}
