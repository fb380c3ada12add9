package org.errorpages.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MadeWhenAskedTest {

    private final List<Integer> made = new ArrayList<>();

    private final List<String> list = new MadeWhenAsked<>(List.of(1, 2, 3), this::make);

    private String make(int number) {
        made.add(number);
        return "number " + number;
    }

    @Test
    void nothingIsMadeThatNobodyAsksFor() {
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.get(1)).isEqualTo("number 2");
        assertThat(made).containsExactly(2);
    }

    @Test
    void everythingIsMadeOnce() {
        assertThat(list).containsExactly("number 1", "number 2", "number 3").contains("number 2");
        assertThat(made).containsExactly(1, 2, 3);
    }
}
