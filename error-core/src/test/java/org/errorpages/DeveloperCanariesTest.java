package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.errorpages.DeveloperCanaries.Place;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One secret at a time, in each place of a request and of a failure: even a permitted developer never reads it. */
@Tag("thorough")
final class DeveloperCanariesTest {

    private static final String CANARY = "zq7Canary9qz";
    private static final String LONGER = "zq7Canary9qz0and8very2much4longer6than5that";

    private static final List<String> FORMS = List.of(
            "text/html", "text/html;part", "application/json", "application/xml", "text/plain", "text/markdown");

    @TempDir
    private static Path sources;

    static Stream<Arguments> plantings() {
        return DeveloperCanaries.places().flatMap(place -> FORMS.stream().map(form -> Arguments.of(place, form)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("plantings")
    void theSecretIsNotRead(Place place, String form) throws IOException {
        var answer = answer(place, CANARY, form);

        assertThat(answer).doesNotContainIgnoringCase("canary").doesNotContain(encoded());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantings")
    void norIsItsLength(Place place, String form) throws IOException {
        assertThat(answer(place, LONGER, form)).isEqualTo(answer(place, CANARY, form));
    }

    @Test
    void thereAreMoreThanFortyPlaces() {
        assertThat(DeveloperCanaries.places().map(Place::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
    }

    /** So that a place that plants nothing would be noticed. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void whatIsHiddenStandsOnTheReceipt(Place place) throws IOException {
        assertThat(answer(place, CANARY, "text/plain")).containsPattern("[1-9][0-9]* values hidden: ");
    }

    static Stream<Place> places() {
        return DeveloperCanaries.places();
    }

    private static String answer(Place place, String secret, String form) throws IOException {
        var planted = place.planting().apply(secret);
        Files.createDirectories(sources.resolve("shop"));
        Files.writeString(sources.resolve("shop/Till.java"), planted.source());
        var pages = Fixtures.standingStill(
                        "mode", "development",
                        "siteName", "Harbour Books",
                        "applicationPackages", "shop",
                        "sourcePath", sources.toString())
                .build();
        var facts = planted.facts().from("127.0.0.1").withHeader("Host", "localhost");
        var asking = facts.withHeader("Accept", form.replace(";part", ""));
        var answer = pages.answer(
                planted.failure(), form.endsWith("part") ? asking.withHeader("HX-Request", "true") : asking);
        // The nonce of a page is another each time.
        return (answer.headers() + "\n" + answer.text()).replaceAll("nonce[-=]\"?[A-Za-z0-9+/_=-]+", "nonce");
    }

    private static String[] encoded() {
        var all = Stream.of("", "x", "xy").flatMap(before -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> encoder.encodeToString((before + CANARY).getBytes(StandardCharsets.UTF_8))));
        return all.map(text -> text.substring(4, 15)).distinct().toArray(String[]::new);
    }
}
