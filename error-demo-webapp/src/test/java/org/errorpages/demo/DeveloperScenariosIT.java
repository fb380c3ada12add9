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

/** Each failure of the section "Developer page" shows developers what its line on the index promises, and only them. */
final class DeveloperScenariosIT {

    private static final Map<Shop.On, Shop> DEVELOPMENT = new EnumMap<>(Shop.On.class);
    private static final Map<Shop.On, Shop> PRODUCTION = new EnumMap<>(Shop.On.class);

    /** What the visitor sent and the shop keeps, which nobody is shown. */
    private static final String[] SECRETS = {
        "4111 1111", "4111+1111", "41111111", "hb-kelp-lantern", "hb-token-93c1", "hb-session-41f0"
    };

    // Numbers of incidents are letters and digits too: what is looked for must be nothing that one of them can be.
    private static final String[] INSIDE = {
        "Exception", "org.errorpages", ".java", "Servlet", "jdbc", "scales", "glue", "HB-10", "HikariCP", "jakarta"
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

    static Stream<Arguments> lectures() {
        return Arrays.stream(Shop.On.values())
                .flatMap(server -> Lecture.ALL.stream().map(lecture -> Arguments.of(server, lecture)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("lectures")
    void developerSeesWhatTheLinePromises(Shop.On server, Lecture lecture) throws Exception {
        var answer = shop(DEVELOPMENT, server).send(lecture.request("text/html"), lecture.path());
        if (!missing(lecture, answer.body()).isEmpty()) {
            // Sources are looked for during 200 ms, which may not be enough for the first report of a server.
            answer = shop(DEVELOPMENT, server).send(lecture.request("text/html"), lecture.path());
        }

        assertThat(answer.statusCode()).isEqualTo(lecture.status());
        assertThat(missing(lecture, answer.body()))
                .as(Jsoup.parse(answer.body()).select("h1").text())
                .isEmpty();
        assertThat(answer.body()).doesNotContain(SECRETS).doesNotContain("\u202E", "<script>alert");
    }

    private static List<String> missing(Lecture lecture, String body) {
        var page = Jsoup.parse(body);
        return lecture.telling().stream()
                .filter(telling -> page.select(telling).isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("lectures")
    void publicSeesNothingOfIt(Shop.On server, Lecture lecture) throws Exception {
        int expected = lecture.status() < 500 ? 404 : lecture.status();
        for (var form : new Form[] {Form.HTML, Form.TEXT}) {
            var answer = shop(PRODUCTION, server).send(lecture.request(form.accept()), lecture.path());

            assertThat(answer.statusCode()).isEqualTo(expected);
            assertThat(answer.body()).doesNotContain(INSIDE).doesNotContain(SECRETS);
        }
    }

    @Test
    void everyLineOfTheIndexHasItsProof() throws Exception {
        var index = Jsoup.parse(
                shop(DEVELOPMENT, Shop.On.JETTY).ask("/", "text/html", "en").body());
        var lines = Stream.concat(
                index.select("#page a").eachAttr("href").stream(),
                index.select("#page form").eachAttr("action").stream());

        assertThat(lines)
                .containsExactlyInAnyOrderElementsOf(
                        Lecture.ALL.stream().map(Lecture::path).toList());
    }
}
