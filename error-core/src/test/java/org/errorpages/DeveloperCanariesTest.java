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

/** Tests that even a developer never sees a secret of a request or failure: one secret at a time. */
@Tag("thorough")
final class DeveloperCanariesTest {

    private static final String CANARY = "zq7Canary9qz";
    private static final String LONGER = "zq7Canary9qz0and8very2much4longer6than5that";

    private static final List<String> FORMATS = List.of(
            "text/html", "text/html;part", "application/json", "application/xml", "text/plain", "text/markdown");

    @TempDir
    private static Path sources;

    static Stream<Arguments> placesAndFormats() {
        return DeveloperCanaries.places().flatMap(place -> FORMATS.stream().map(format -> Arguments.of(place, format)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("placesAndFormats")
    void aDeveloperNeverSeesTheSecret(Place place, String format) throws IOException {
        var answer = answer(place, CANARY, format);

        assertThat(answer).doesNotContainIgnoringCase("canary").doesNotContain(encoded());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("placesAndFormats")
    void theLengthOfTheSecretIsHidden(Place place, String format) throws IOException {
        assertThat(answer(place, LONGER, format)).isEqualTo(answer(place, CANARY, format));
    }

    @Test
    void moreThanFortyPlacesAreTested() {
        assertThat(DeveloperCanaries.places().map(Place::name))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(40);
    }

    /** Detects places without a secret. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void theRedactionSummaryCountsTheHiddenValue(Place place) throws IOException {
        assertThat(answer(place, CANARY, "text/plain")).containsPattern("[1-9][0-9]* values hidden: ");
    }

    static Stream<Place> places() {
        return DeveloperCanaries.places();
    }

    private static String answer(Place place, String secret, String format) throws IOException {
        var planted = place.planting().apply(secret);
        Files.createDirectories(sources.resolve("shop"));
        Files.writeString(sources.resolve("shop/Till.java"), planted.source());
        var pages = Fixtures.builder(
                        "mode", "development",
                        "siteName", "Harbour Books",
                        "applicationPackages", "shop",
                        "sourcePath", sources.toString())
                .build();
        var local = planted.request().withRemoteAddress("127.0.0.1").withHeader("Host", "localhost");
        var accepting = local.withHeader("Accept", format.replace(";part", ""));
        var answer = pages.answer(
                planted.failure(), format.endsWith("part") ? accepting.withHeader("HX-Request", "true") : accepting);
        // Each page has its own nonce.
        return (answer.headers() + "\n" + answer.text()).replaceAll("nonce[-=]\"?[A-Za-z0-9+/_=-]+", "nonce");
    }

    private static String[] encoded() {
        var all = Stream.of("", "x", "xy").flatMap(before -> Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .map(encoder -> encoder.encodeToString((before + CANARY).getBytes(StandardCharsets.UTF_8))));
        return all.map(text -> text.substring(4, 15)).distinct().toArray(String[]::new);
    }
}
