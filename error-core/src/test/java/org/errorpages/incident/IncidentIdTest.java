package org.errorpages.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IncidentIdTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void theTextHasThreeGroupsOfFourUnmistakableCharacters() {
        assertThat(Stream.generate(IncidentId::random).limit(1_000)).allSatisfy(id -> assertThat(id.toString())
                .matches("[%1$s]{4}-[%1$s]{4}-[%1$s]{4}".formatted(ALPHABET)));
    }

    @Test
    void everyCharacterOfTheAlphabetOccursAtEveryPosition() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 5_000; i++) {
            var text = IncidentId.random().toString();
            for (int place = 0; place < text.length(); place++) {
                seen.add(place + ":" + text.charAt(place));
            }
        }

        assertThat(seen).hasSize(12 * 32 + 2);
    }

    @Test
    void theUuidIsRandomOfVersion4() {
        assertThat(Stream.generate(IncidentId::random).limit(1_000).map(IncidentId::uuid))
                .allSatisfy(uuid -> {
                    assertThat(uuid.version()).isEqualTo(4);
                    assertThat(uuid.variant()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-4000-8000-000000000000, 0000-0000-0000",
        "ffffffff-ffff-4fff-bfff-ffffffffffff, ZZZZ-ZZZZ-ZZZZ",
        "80000000-0000-4000-8000-000000000000, G000-0000-0000",
        "00000000-0000-4001-8000-000000000000, 0000-0000-0001",
        "00000000-0001-4000-8000-000000000000, 0000-0000-0400"
    })
    void theTextIsTheFirst60RandomBits(UUID uuid, String text) {
        assertThat(new IncidentId(uuid)).hasToString(text);
    }

    @Property
    void theTextIdentifiesTheUuid(@ForAll long high, @ForAll long low) {
        var uuid = new UUID((high & ~0xF000L) | 0x4000L, low);

        var text = new IncidentId(uuid).toString();

        var digits = uuid.toString().replace("-", "");
        assertThat(decoded(text)).isEqualTo(new BigInteger(digits.substring(0, 12) + digits.substring(13, 16), 16));
    }

    @Test
    void manyIdsAreAllDifferent() {
        assertThat(Stream.generate(IncidentId::random).limit(100_000).map(IncidentId::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void theUrnContainsTheUuid() {
        var uuid = UUID.fromString("0190a5d3-9c4e-4b7a-8f21-6d3e5c7b9a10");

        assertThat(new IncidentId(uuid).urn()).isEqualTo("urn:uuid:0190a5d3-9c4e-4b7a-8f21-6d3e5c7b9a10");
    }

    private static BigInteger decoded(String text) {
        var bits = BigInteger.ZERO;
        for (char c : text.replace("-", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        return bits;
    }

    @Property
    void anIdOfASeriesSharesEightCharactersAndEndsWithItsNumber(
            @ForAll @IntRange(max = IncidentId.MAX_NUMBER_IN_SERIES) int number) {
        var first = IncidentId.random();

        var text = first.inSeries(number).toString();

        assertThat(text).startsWith(first.series()).hasSameSizeAs(first.toString());
        int decoded = text.substring(10).chars().reduce(0, (sum, c) -> sum * 32 + ALPHABET.indexOf(c));
        assertThat(decoded).isEqualTo(number);
        assertThat(first.inSeries(number).uuid().version()).isEqualTo(4);
        assertThat(first.inSeries(number).uuid().variant()).isEqualTo(2);
    }
}
