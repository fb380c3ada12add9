package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no response in production reveals internals or secrets of the shop. */
@Tag("thorough")
final class ProductionIT {

    private static final Map<Shop.On, Shop> SHOPS = new EnumMap<>(Shop.On.class);

    /** Strings that must not leave the shop: secrets, data, names of classes, files and libraries, addresses. */
    private static final String[] CANARIES = {
        "hb-demo-key-5e7c0a91d2",
        "harbour_stock",
        "kelp-lantern-4471",
        "HB-104",
        "WELCOME TO TILL",
        "payments",
        "jdbc",
        "Exception",
        "java.",
        "javax.",
        "jakarta",
        "org.errorpages",
        ".java",
        ".properties",
        "Servlet",
        "Hikari",
        "jetty",
        "Jetty",
        "tomcat",
        "Tomcat",
        "Thymeleaf",
        "jackson",
        "127.0.0.1",
        "/fail/",
        "kind=",
        "caused by",
        "SNAPSHOT"
    };

    @BeforeAll
    static void open() throws Exception {
        for (var server : Shop.On.values()) {
            SHOPS.put(server, Shop.open(server, true));
        }
    }

    @AfterAll
    static void close() {
        SHOPS.values().forEach(Shop::close);
    }

    static Stream<Arguments> table() {
        return Arrays.stream(Shop.On.values()).flatMap(server -> Stream.concat(
                        Scenario.ALL.stream().map(Scenario::path), Stream.of("/fail/502?kind=canary"))
                .flatMap(path -> Arrays.stream(Form.values()).map(form -> Arguments.of(server, path, form))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("table")
    void noResponseRevealsInternals(Shop.On server, String path, Form form) throws Exception {
        var shop = Objects.requireNonNull(SHOPS.get(server));

        var response = shop.ask(path, form.accept(), "en");

        assertThat(response.statusCode()).isBetween(400, 599);
        assertThat(response.body()).isNotBlank().doesNotContain(CANARIES);
        assertThat(response.headers().map().toString()).doesNotContain(CANARIES);
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("table")
    void noParameterOrHeaderRevealsInternals(Shop.On server, String path, Form form) throws Exception {
        var shop = Objects.requireNonNull(SHOPS.get(server));
        var curious = path + (path.contains("?") ? "&" : "?") + "trace=true&debug=1&mode=development&message=on";

        var response = shop.ask(curious, form.accept(), "en");

        assertThat(response.body()).doesNotContain(CANARIES).doesNotContain("trace", "debug");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gallery/500/en/public", "/gallery/500/en/developer", "/gallery/500/en", "/gallery/500"})
    void theGalleryRevealsNoInternals(String path) throws Exception {
        for (var shop : SHOPS.values()) {
            assertThat(shop.ask(path, "text/html", "en").body()).isNotBlank().doesNotContain(CANARIES);
        }
    }
}
