package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

/** Tests that the failures of the section "Developer page" show their details to developers only. */
final class DeveloperScenariosIT {

    private static final Map<Shop.On, Shop> DEVELOPMENT = new EnumMap<>(Shop.On.class);
    private static final Map<Shop.On, Shop> PRODUCTION = new EnumMap<>(Shop.On.class);

    /** Secrets of the request and the session, which no page shows. */
    private static final String[] SECRETS = {
        "4111 1111", "4111+1111", "41111111", "hb-kelp-lantern", "hb-token-93c1", "hb-session-41f0"
    };

    // An incident id consists of letters and digits: each string here must contain other characters or not fit into an
    // id.
    private static final String[] INSIDE = {
        "Exception", "org.errorpages", ".java", "Servlet", "jdbc", "PriceList", "HB-10", "HB-20", "jakarta"
    };

    @BeforeAll
    static void open() throws Exception {
        for (var server : Shop.On.values()) {
            DEVELOPMENT.put(server, Shop.open(server, false));
            PRODUCTION.put(server, Shop.open(server, true));
        }
    }

    @AfterAll
    static void close() {
        Stream.of(DEVELOPMENT, PRODUCTION)
                .flatMap(shops -> shops.values().stream())
                .forEach(Shop::close);
    }

    private static Shop shop(Map<Shop.On, Shop> shops, Shop.On server) {
        return Objects.requireNonNull(shops.get(server));
    }

    static Stream<Arguments> scenarios() {
        return Arrays.stream(Shop.On.values())
                .flatMap(server -> DeveloperScenario.ALL.stream().map(scenario -> Arguments.of(server, scenario)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scenarios")
    void aDeveloperSeesTheListedDetails(Shop.On server, DeveloperScenario scenario) throws Exception {
        var answer = shop(DEVELOPMENT, server).send(scenario.request("text/html"), scenario.path());
        if (!missing(scenario, answer.body()).isEmpty()) {
            // The first report of a server may exceed the 200 ms for finding sources.
            answer = shop(DEVELOPMENT, server).send(scenario.request("text/html"), scenario.path());
        }

        assertThat(answer.statusCode()).isEqualTo(scenario.status());
        assertThat(missing(scenario, answer.body()))
                .as(Jsoup.parse(answer.body()).select("h1").text())
                .isEmpty();
        assertThat(answer.body()).doesNotContain(SECRETS).doesNotContain("\u202E", "<script>alert");
    }

    private static List<String> missing(DeveloperScenario scenario, String body) {
        var page = Jsoup.parse(body);
        return scenario.selectors().stream()
                .filter(selectors -> page.select(selectors).isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scenarios")
    void aPublicClientSeesNoDetails(Shop.On server, DeveloperScenario scenario) throws Exception {
        int expected = scenario.status() < 500 ? 404 : scenario.status();
        for (var form : new Form[] {Form.HTML, Form.TEXT}) {
            var answer = shop(PRODUCTION, server).send(scenario.request(form.accept()), scenario.path());

            assertThat(answer.statusCode()).isEqualTo(expected);
            assertThat(answer.body()).doesNotContain(INSIDE).doesNotContain(SECRETS);
        }
    }

    @Test
    void everyLinkOfTheSectionIsTested() throws Exception {
        var index = Jsoup.parse(
                shop(DEVELOPMENT, Shop.On.JETTY).ask("/", "text/html", "en").body());
        var links = Stream.concat(
                index.select("#page a").eachAttr("href").stream(),
                index.select("#page form").eachAttr("action").stream());

        assertThat(links)
                .containsExactlyInAnyOrderElementsOf(DeveloperScenario.ALL.stream()
                        .map(DeveloperScenario::path)
                        .toList());
    }
}
