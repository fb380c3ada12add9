package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of the section "Hints" fails for real, and tells a developer what can be done. */
final class HintsIT {

    private static final Map<Shop.On, Shop> SHOPS = new EnumMap<>(Shop.On.class);

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("environment", "An environment variable is not set"),
            Map.entry("number", "\"12,50\" is not a number"),
            Map.entry("date", "\"26.11.2026\" is not a date of the expected form"),
            Map.entry("constant", "There is no constant org.errorpages.demo.slips.PriceList.Binding.Hardcover"),
            Map.entry("index", "There is no place 3: there are 3"),
            Map.entry("iteration", "A collection was changed while somebody went through it"),
            Map.entry("unmodifiable", "This collection cannot be changed"),
            Map.entry("optional", "An Optional is empty"),
            Map.entry("recursion", "org.errorpages.demo.slips.Series."),
            Map.entry("cast", "A java.lang.String is no java.lang.Integer"),
            Map.entry("class", "The class org.harbourbooks.ebooks.Reader is not on the class path"),
            Map.entry("javax", "This code is made for javax.servlet, the server has jakarta.servlet"),
            Map.entry("file", "There is no file prices/2026.csv"),
            Map.entry("encoding", "The bytes are not text of that encoding"),
            Map.entry("texts", "The texts harbour.greetings were not found"),
            Map.entry("serialization", "org.errorpages.demo.slips.Series is not Serializable"),
            Map.entry("host", "The name stock.harbour-books.invalid has no address"),
            Map.entry("refused", "Nobody listens there"),
            Map.entry("duplicate", "The constraint PUBLIC.SALE_NUMBER_IS_UNIQUE"),
            Map.entry("table", "REFUND does not exist in the database"),
            Map.entry("writer", "getOutputStream after getWriter"),
            Map.entry("async", "Not all filters and servlets on the way support async"));

    @BeforeAll
    static void open() throws Exception {
        for (var server : Shop.On.values()) {
            SHOPS.put(server, Shop.open(server, false));
        }
    }

    @AfterAll
    static void close() {
        SHOPS.values().forEach(Shop::close);
    }

    private static Shop shop(Shop.On server) {
        return Objects.requireNonNull(SHOPS.get(server));
    }

    static Stream<Arguments> mistakes() {
        return Arrays.stream(Shop.On.values())
                .flatMap(server -> TITLES.keySet().stream().map(name -> Arguments.of(server, name)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void developerIsToldWhatCanBeDone(Shop.On server, String name) throws Exception {
        var answer = shop(server).ask("/hint/" + name, "text/plain", "en");

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(answer.body().lines().filter(line -> line.startsWith("Hint (")))
                .anyMatch(line -> line.contains("): " + TITLES.get(name)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void inKoreanAsWell(Shop.On server, String name) throws Exception {
        assertThat(shop(server).ask("/hint/" + name, "text/plain", "ko").body()).contains("\n도움말 (");
    }

    @Test
    void everyMistakeIsOnTheIndexPage() throws Exception {
        var index = Jsoup.parse(shop(Shop.On.JETTY).ask("/", "text/html", "en").body());

        assertThat(index.select("#hints a").eachAttr("href").stream().map(link -> link.replace("hint/", "")))
                .containsExactlyInAnyOrderElementsOf(TITLES.keySet());
    }
}
