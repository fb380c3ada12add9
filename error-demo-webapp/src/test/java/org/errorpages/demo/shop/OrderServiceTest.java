package org.errorpages.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OrderServiceTest {

    private final OrderService orders = new OrderService();

    @Test
    void aBookCostsItsPriceAndThePostage() {
        assertThat(orders.confirm(new Order("HB-1", "Great Expectations", 410, 899)))
                .isEqualTo(1079);
    }

    @Test
    void aGiftCardWithoutWeightHasNoPostage() {
        assertThatThrownBy(() -> orders.confirm(new Order("HB-2", "Gift card", 0, 2500)))
                .isInstanceOf(OperationFailedException.class)
                .hasMessage("order HB-2 could not be priced")
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Cannot invoke \"java.util.Map$Entry.getValue()\" because the return value of"
                        + " \"java.util.NavigableMap.floorEntry(Object)\" is null");
    }
}
