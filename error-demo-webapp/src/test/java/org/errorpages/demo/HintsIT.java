package org.errorpages.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.report.Hint;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hint that there is has a mistake in the section "Hints", which fails and tells a developer what can be done. */
@Tag("thorough")
final class HintsIT {

    private static final Map<Shop.On, Shop> SHOPS = new EnumMap<>(Shop.On.class);

    /** Mistakes with an answer that is already on its way: they are told among the incidents. */
    private static final Set<String> TOO_LATE = Set.of("response-committed", "session-too-late");

    private static final String PARTS =
            """
            --cut\r
            Content-Disposition: form-data; name="cover"\r
            \r
            none\r
            --cut--\r
            """;

    /** The titles of the hints, by their names, as they are written for developers of any application. */
    private static final Map<String, String> TITLES = titles();

    /** What the titles say of this one, where there is something to say. */
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("method-missing", "org.errorpages.demo.editions.older.Stock has no method left"),
            Map.entry("field-missing", "The field shelves"),
            Map.entry("method-not-implemented", "org.errorpages.demo.editions.older.BrassBell"),
            Map.entry("class-became-interface", "org.errorpages.demo.editions.older.Catalogue"),
            Map.entry("interface-became-class", "org.errorpages.demo.editions.older.Courier"),
            Map.entry("class-not-initialized", "org.errorpages.demo.editions.older.Tariff"),
            Map.entry("class-missing", "org.harbourbooks.ebooks.Reader"),
            Map.entry("two-loaders", "org.errorpages.demo.editions.older.Stock is there twice"),
            Map.entry("wrong-type", "A java.lang.String is no java.lang.Integer"),
            Map.entry("package-closed", "java.base keeps java.util"),
            Map.entry("service-missing", "org.harbourbooks.pens.PenAndInk"),
            Map.entry("null-returned", "java.io.File.list() returned"),
            Map.entry("null-value", "names is null"),
            Map.entry("setting-missing", "harbour.books.owner"),
            Map.entry("recursion", "org.errorpages.demo.slips.Series."),
            Map.entry("refused-service", "ledger:5432; port 5432 is usually PostgreSQL"),
            Map.entry("refused-at", "127.0.0.1:"),
            Map.entry("host-unknown", "stock.harbour-books.invalid"),
            Map.entry("pool-exhausted", "ledger is exhausted: 1 of 1 in use, 0 waiting"),
            Map.entry("executor-full", "1 of 1 threads busy, 1 tasks waiting"),
            Map.entry("sql-constraint-named", "PUBLIC.SALE_NUMBER_IS_UNIQUE"),
            Map.entry("sql-column-null", "TITLE"),
            Map.entry("sql-object-missing", "REFUND"),
            Map.entry("json-malformed", "line 4, column 1"),
            Map.entry("template-missing", "receipt.html"),
            Map.entry("template-failed", "thanks failed at line 5, column 17"),
            Map.entry("number-malformed", "\"12,50\""),
            Map.entry("date-malformed", "\"26.11.2026\""),
            Map.entry("constant-missing", "org.errorpages.demo.slips.Values.Binding.Hardcover"),
            Map.entry("bundle-missing", "harbour.greetings"),
            Map.entry("text-missing", "welcome"),
            Map.entry("not-serializable", "org.errorpages.demo.slips.Series"),
            Map.entry("file-missing", "prices/2026.csv"),
            Map.entry("file-denied", "/etc/harbour-books/prices.csv"),
            Map.entry("index-outside", "no place 3: there are 3"),
            Map.entry("range-outside", "from 0 to -1: the length is 10"));

    private static Map<String, String> titles() {
        var texts = new Properties();
        try (var in = Hint.class.getResourceAsStream("/org/errorpages/text/developer/hints.en.properties")) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError("the texts of the hints cannot be read", e);
        }
        var name = Pattern.compile("hint\\.(.+)\\.title");
        return texts.stringPropertyNames().stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .collect(Collectors.toMap(found -> found.group(1), found -> texts.getProperty(found.group())));
    }

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
        var report = fail(server, name, "en");

        assertThat(report.lines().filter(line -> line.startsWith("Hint (")))
                .as("%s in %s", name, report)
                .anyMatch(line -> shape(TITLES.get(name)).matcher(line).matches()
                        && line.contains(DETAILS.getOrDefault(name, "")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void inKoreanAsWell(Shop.On server, String name) throws Exception {
        assertThat(fail(server, name, "ko")).as(name).contains("\n도움말 (");
    }

    @Test
    void everyHintIsOnTheIndexPage() throws Exception {
        var index = Jsoup.parse(shop(Shop.On.JETTY).ask("/", "text/html", "en").body());
        var links = index.select("#hints .links a").eachAttr("href");
        links.addAll(index.select("#hints form").eachAttr("action"));

        assertThat(links.stream().map(link -> link.replace("hint/", "")))
                .containsExactlyInAnyOrderElementsOf(TITLES.keySet());
    }

    private static Pattern shape(String title) {
        return Pattern.compile("Hint \\(.+\\): "
                + Stream.of(title.split("\\{[a-z]+}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static String fail(Shop.On server, String name, String language) throws Exception {
        var request = asking(language);
        if (name.equals("multipart-missing")) {
            request.header("Content-Type", "multipart/form-data; boundary=cut").POST(BodyPublishers.ofString(PARTS));
        }
        if (TOO_LATE.contains(name)) {
            assertThatIOException().isThrownBy(() -> shop(server).send(request, "/hint/" + name));
            return shop(server).send(asking(language), incident(server, name)).body();
        }
        var answer = shop(server).send(request, "/hint/" + name);

        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        return answer.body();
    }

    /** Returns where the newest incident of a mistake is told: two lines below its request. */
    private static String incident(Shop.On server, String name) throws Exception {
        var list = shop(server)
                .send(asking("en"), "/errorpages/incidents")
                .body()
                .lines()
                .map(String::strip)
                .toList();
        var heads = list.stream().filter(line -> line.matches(".+ GET /hint/" + name + "\\b.*"));
        return list.get(list.indexOf(heads.findFirst().orElseThrow()) + 2);
    }

    private static HttpRequest.Builder asking(String language) {
        return HttpRequest.newBuilder().header("Accept", "text/plain").header("Accept-Language", language);
    }
}
