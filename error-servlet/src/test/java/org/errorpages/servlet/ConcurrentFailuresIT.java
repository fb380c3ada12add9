package org.errorpages.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.errorpages.i18n.SupportedLocales;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests a thousand concurrent failures and the memory that they retain. */
@Tag("thorough")
final class ConcurrentFailuresIT {

    private static final int REQUESTS = 1_000;
    private static final SupportedLocales LANGUAGES = SupportedLocales.builtIn();
    private static final List<String> FORMS =
            List.of("text/html", "application/problem+json", "application/problem+xml", "text/plain");
    private static final Pattern ID = Pattern.compile("(?<![\\w-])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![\\w-])");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachResponseBelongsToItsRequestAndNothingIsRetained(Container container) throws Throwable {
        var loader = failConcurrently(container);
        occupyTheCacheOfTheJdk();

        assertThat(becomesTrue(() -> loader.get() == null))
                .as("the application's loader is gone")
                .isTrue();
    }

    /**
     * JDK 17 caches, once per JVM, the type of the last record component for which it linked equals;
     * this call replaces it by a type of the tests.
     */
    private static void occupyTheCacheOfTheJdk() throws Throwable {
        record Slot(ConcurrentFailuresIT component) {}
        var lookup = MethodHandles.lookup();
        var type = MethodType.methodType(boolean.class, Slot.class, Object.class);
        var component = lookup.findGetter(Slot.class, "component", ConcurrentFailuresIT.class);
        assertThat(ObjectMethods.bootstrap(lookup, "equals", type, Slot.class, "component", component))
                .isNotNull();
    }

    /** A separate method, because objects that a frame refers to aren't collected. */
    private WeakReference<?> failConcurrently(Container container) throws Exception {
        try (var server = container.serve(WarFolder.with(folder, WarFolder.setting("logStacks", "all")));
                var log = CapturedLog.open()) {
            var answers = send(server);
            var logged = log.settle()
                    .text()
                    .lines()
                    .filter(line -> line.contains("/crowd/"))
                    .toList();
            for (int i = 0; i < REQUESTS; i++) {
                assertBelongs(i, answers.get(i), logged);
            }
            return ApplicationStart.loader();
        }
    }

    private static List<HttpResponse<String>> send(TestServer server) {
        var client = HttpClient.newHttpClient();
        var asked = IntStream.range(0, REQUESTS)
                .mapToObj(i -> client.sendAsync(request(server, i), BodyHandlers.ofString()))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static HttpRequest request(TestServer server, int i) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/crowd/" + i))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", form(i))
                .header("Accept-Language", language(i))
                .build();
    }

    private static void assertBelongs(int i, HttpResponse<String> answer, List<String> logged) {
        var id = ID.matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith(form(i));
        assertThat(answer.headers().firstValue("Content-Language"))
                .hasValue(LANGUAGES.messagesFor(List.of(language(i)), null).tag());
        assertThat(logged)
                .filteredOn(line -> line.contains(id))
                .singleElement()
                .asString()
                .contains("GET /crowd/" + i + " ");
    }

    private static String form(int i) {
        return FORMS.get(i % FORMS.size());
    }

    /** Returns one of fifty languages; every fifth is a Korean one. */
    private static String language(int i) {
        return i % 5 == 0 ? "ko-X" + (char) ('A' + i / 5 % 10) : Locale.getISOLanguages()[i % 50];
    }

    /** Waits until the garbage collector has run. */
    private static boolean becomesTrue(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            System.gc();
            Thread.sleep(50);
        }
        return condition.getAsBoolean();
    }
}
