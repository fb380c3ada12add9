package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MessagesTest {

    private static final Messages MESSAGES = new Messages(
            "xx",
            Map.of(
                    "dir", "rtl",
                    "hidden", "hidden ({rule}), {rule} and {other}",
                    "code.503.title", "busy",
                    "class.5xx.title", "ours",
                    "class.4xx.title", "yours"));

    @ParameterizedTest
    @CsvSource({"503, busy", "500, ours", "599, ours", "400, yours", "499, yours"})
    void aCodeWithoutItsOwnTextUsesThatOfItsClass(int code, String title) {
        assertThat(MESSAGES.forStatus(code, "title")).isEqualTo(title);
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MESSAGES.get("todo"))
                .withMessage("no text 'todo' in xx");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MESSAGES.forStatus(503, "todo"))
                .withMessage("no text 'class.5xx.todo' in xx");
    }

    @Test
    void aPlaceholderIsFilledLiterallyAndEverywhere() {
        assertThat(MESSAGES.get("hidden", "rule", "$1\\{other}"))
                .isEqualTo("hidden ($1\\{other}), $1\\{other} and {other}");
    }

    @Test
    void theCodesWithTheirOwnTextsAreReturned() {
        assertThat(MESSAGES.codes()).containsExactly(503);
        assertThat(SupportedLocales.builtIn().fallback().codes())
                .contains(404, 500, 511)
                .doesNotContain(509, 599);
    }

    @Test
    void theDirectionIsAText() {
        assertThat(MESSAGES.direction()).isEqualTo("rtl");
        assertThat(MESSAGES.tag()).isEqualTo("xx");
    }
}
