package org.errorpages.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestHeadersTest {

    @Test
    void namesAreCaseInsensitive() {
        var fields = RequestHeaders.none().plus("X-Title", "one");

        assertThat(fields.first("x-tITLE")).isEqualTo("one");
        assertThat(fields.contains("X-TITLE")).isTrue();
    }

    @Test
    void namesAreCaseInsensitiveInTheTurkishLocale() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(RequestHeaders.none().plus("IF-MATCH", "x").first("if-match"))
                    .isEqualTo("x");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void linesKeepTheirOrder() {
        var fields =
                RequestHeaders.none().plus("Accept", "b").plus("accept", "a").plus("ACCEPT", "c");

        assertThat(fields.lines("Accept")).containsExactly("b", "a", "c");
        assertThat(fields.first("Accept")).isEqualTo("b");
    }

    @Test
    void namesThatDifferOnlyInCaseAreJoined() {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("Accept", List.of("a"));
        sent.put("ACCEPT", List.of("b", "c"));

        var fields = RequestHeaders.of(sent);

        assertThat(fields.lines("accept")).containsExactly("a", "b", "c");
        assertThat(fields.all()).hasSize(1);
    }

    @Test
    void aFieldThatWasNotSentIsEmpty() {
        assertThat(RequestHeaders.none().lines("Accept")).isEmpty();
        assertThat(RequestHeaders.none().first("Accept")).isEmpty();
        assertThat(RequestHeaders.none().contains("Accept")).isFalse();
    }

    @Test
    void aFieldWithoutLinesIsAbsent() {
        var fields = RequestHeaders.of(Map.of("Accept", List.of()));

        assertThat(fields.contains("accept")).isFalse();
        assertThat(fields.first("accept")).isEmpty();
        assertThat(fields).isEqualTo(RequestHeaders.none());
    }

    @Test
    void addingALineDoesNotChangeTheOriginal() {
        var before = RequestHeaders.none().plus("A", "1");

        var after = before.plus("A", "2");

        assertThat(before.lines("A")).containsExactly("1");
        assertThat(after.lines("A")).containsExactly("1", "2");
    }

    @Test
    void laterChangesOfTheInputHaveNoEffect() {
        var lines = new ArrayList<>(List.of("1"));
        var fields = RequestHeaders.of(Map.of("A", lines));

        lines.add("2");

        assertThat(fields.lines("A")).containsExactly("1");
    }

    @Test
    void theFieldsAreUnmodifiable() {
        var all = RequestHeaders.none().plus("A", "1").all();

        assertThatThrownBy(all::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> all.getOrDefault("A", List.of()).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void allFieldsAreOrderedByName() {
        var fields = RequestHeaders.none().plus("b", "").plus("C", "").plus("A", "");

        assertThat(fields.all().keySet()).containsExactly("A", "b", "C");
    }

    @Test
    void equalFieldsAreEqual() {
        var one = RequestHeaders.none().plus("A", "1").plus("B", "2");
        var other = RequestHeaders.none().plus("B", "2").plus("A", "1");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(other.plus("A", "3"));
    }
}
