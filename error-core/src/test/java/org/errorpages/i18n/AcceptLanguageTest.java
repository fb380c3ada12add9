package org.errorpages.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.errorpages.i18n.SupportedLocales.AcceptLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AcceptLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko                              | ko",
                "ko-KR,ko;q=0.9,en-US;q=0.8      | ko-kr ko en-us",
                "en;q=0.5, ko;q=0.9, de          | de ko en",
                "a, b, c                         | a b c",
                "a;q=0.5, b;q=0.5, c;q=0.5       | a b c",
                "ko_KR                           | ko-kr",
                "zh-Hant-TW                      | zh-hant-tw",
                "*                               | *",
                "en, *;q=0.1                     | en *",
                "de;Q=0.3, en;q=0.4              | en de",
                "de ; q=0.5 , en                 | en de",
                "i-klingon, x-private            | i-klingon x-private"
            })
    void rangesAreSortedByWeightAndEqualsKeepTheirOrder(String header, String ranges) {
        assertThat(AcceptLanguage.parse(List.of(header), null).ranges()).containsExactly(ranges.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"",
                "\"   \"",
                ",",
                ",,,",
                ";",
                "; q=1",
                "-",
                "en-",
                "-en",
                "en--US",
                "englishes",
                "en-abcdefghi",
                "한국어",
                "en us",
                "e$",
                "*-CH",
                "en-*",
                "en;q=2",
                "en;q=",
                "en;q",
                "en;q=x",
                "en;level=1",
                "en;0.5",
                "../../etc/passwd",
                "<script>",
                "'en'"
            })
    void aMalformedMemberIsSkipped(String header) {
        assertThat(AcceptLanguage.parse(List.of(header + ", ko;q=0.1"), null))
                .isEqualTo(AcceptLanguage.parse(List.of("ko"), null));
    }

    @Test
    void aWeightOfZeroRefusesARange() {
        var accepted = AcceptLanguage.parse(List.of("en, DE_AT;q=0, fr;q=0.0, *;q=0.000"), null);

        assertThat(accepted.ranges()).containsExactly("en");
        assertThat(accepted.refused()).containsExactlyInAnyOrder("de-at", "fr", "*");
    }

    @Test
    void allLinesAreCombined() {
        assertThat(AcceptLanguage.parse(List.of("en;q=0.5", "ko"), null).ranges())
                .containsExactly("ko", "en");
    }

    @Test
    void aMissingHeaderHasNoRanges() {
        assertThat(AcceptLanguage.parse(List.of(), null).ranges()).isEmpty();
        assertThat(AcceptLanguage.parse(List.of(), null).refused()).isEmpty();
    }

    @Test
    void membersBeyondTheLimitAreIgnored() {
        var tags = IntStream.range(0, AcceptLanguage.MAX_RANGES + 5)
                .mapToObj(i -> "t" + i)
                .toList();

        assertThat(AcceptLanguage.parse(tags, null).ranges()).isEqualTo(tags.subList(0, AcceptLanguage.MAX_RANGES));
    }

    @Test
    void charactersBeyondTheLimitAreIgnored() {
        var late = "ko" + " ".repeat(AcceptLanguage.MAX_LENGTH) + ",en";

        assertThat(AcceptLanguage.parse(List.of(late), null).ranges()).containsExactly("ko");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"zh-Hant", "ko;q=0", "ko;q=0.001"})
    void aMemberCutByTheLimitIsIgnored(String member) {
        for (int seen = 1; seen < member.length(); seen++) {
            var lines = List.of("de" + " ".repeat(AcceptLanguage.MAX_LENGTH - 3 - seen), member);

            assertThat(AcceptLanguage.parse(lines, null)).isEqualTo(AcceptLanguage.parse(List.of("de"), null));
        }
    }

    @Property
    void anyLinesGiveBoundedRangesInLowerCase(@ForAll("headers") List<String> lines) {
        var accepted = AcceptLanguage.parse(lines, null);

        var all = new ArrayList<>(accepted.ranges());
        all.addAll(accepted.refused());
        assertThat(all)
                .hasSizeLessThanOrEqualTo(AcceptLanguage.MAX_RANGES)
                .allMatch(range -> range.matches("\\*|[a-z0-9]{1,8}(-[a-z0-9]{1,8})*"));
    }

    @Provide
    Arbitrary<List<String>> headers() {
        var pieces =
                Arbitraries.of("en", "KO", "-", "_", "*", ";", "q=", "0", "0.5", "1", ",", " ", "\u0130", "\u0000");
        var nearlyHeader = pieces.list().ofMaxSize(40).map(list -> String.join("", list));
        return Arbitraries.oneOf(nearlyHeader, Arbitraries.strings().ofMaxLength(600))
                .list()
                .ofMaxSize(3);
    }
}
