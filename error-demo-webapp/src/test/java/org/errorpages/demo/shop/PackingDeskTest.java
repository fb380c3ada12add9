package org.errorpages.demo.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.errorpages.status.RespondsWithStatus;
import org.junit.jupiter.api.Test;

final class PackingDeskTest {

    private static final Order BOOK = new Order("HB-1", "Treasure Island", 280, 749);

    private final PackingDesk desk = new PackingDesk();

    @Test
    void aBoxAddsItsWeight() {
        assertThat(desk.pack(BOOK, PackingDesk.Wrapping.BOX)).isEqualTo(340);
    }

    @Test
    void giftWrappingIsNotImplemented() {
        assertThatThrownBy(() -> desk.pack(BOOK, PackingDesk.Wrapping.GIFT))
                .isInstanceOf(FeatureMissingException.class)
                .hasMessage("gift wrapping is not implemented");
    }

    @Test
    void theExceptionOfAMissingFeatureIsAnnotatedWithItsStatus() {
        assertThat(FeatureMissingException.class
                        .getAnnotation(RespondsWithStatus.class)
                        .value())
                .isEqualTo(501);
    }
}
