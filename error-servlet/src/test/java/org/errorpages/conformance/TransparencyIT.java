package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.TestServer;
import org.errorpages.container.WarFolder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that successful requests are unchanged and each failing request gets its own response. */
final class TransparencyIT {

    private static final String START =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationTransparency$Start</listener-class>
            </listener>
            <filter>
              <filter-name>remembering</filter-name>
              <filter-class>org.errorpages.conformance.ApplicationTransparency$Remembering</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>remembering</filter-name>
              <url-pattern>/*</url-pattern>
            </filter-mapping>
            """;

    private static final String FILTER =
            """
            <filter>
              <filter-name>errors</filter-name>
              <filter-class>org.errorpages.servlet.ErrorPageFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping>
              <filter-name>errors</filter-name>
              <url-pattern>/*</url-pattern>
              <dispatcher>REQUEST</dispatcher>
              <dispatcher>ASYNC</dispatcher>
              <dispatcher>ERROR</dispatcher>
            </filter-mapping>
            """;

    private static final Pattern INCIDENT = Pattern.compile("(?:<code[^>]*>|\"incident\":\")([^<\"]+)");
    private static final int CLIENTS = 100;

    @RegisterExtension
    static final Servers WITH_FILTER =
            Servers.of(folder -> WarFolder.with(folder, SideEffectsIT.START + START + FILTER));

    @RegisterExtension
    static final Servers WITHOUT_FILTER =
            Servers.of(folder -> WarFolder.with(folder, START + WarFolder.setting("autoRegister", "false")));

    @Case(97)
    void aSuccessfulResponseIsTheContainersOwnToTheLastHeader(Container container) {
        for (var path : List.of("/compare/ok", "/compare/status")) {
            var with = Requests.get(WITH_FILTER.on(container), path);
            var without = Requests.get(WITHOUT_FILTER.on(container), path);

            assertThat(with.text()).startsWith("request true, response true").endsWith("committed false");
            assertThat(with.text()).isEqualTo(without.text());
            assertThat(lines(with)).isEqualTo(lines(without)).contains("X-Not-Flushed: yes");
            assertThat(with.end()).isEqualTo(End.COMPLETE);
        }
    }

    private static List<String> lines(RawResponse answer) {
        var lines = new ArrayList<>(answer.headerLines());
        lines.removeIf(line -> line.startsWith("Date:"));
        lines.add(answer.statusLine());
        return lines;
    }

    @Case(98)
    void aHundredConcurrentRequestsEachGetTheirOwnResponse(Container container) throws Exception {
        var server = WITH_FILTER.on(container);
        ShownPage.of(500, Requests.get(server, "/hygiene/bug"));
        try (var log = CapturedLog.open()) {
            var answers = atOnce(server);

            var lines = ShownPage.incidents(log.settle());
            assertThat(lines).hasSize(CLIENTS);
            var incidents = new HashSet<String>();
            for (int i = 0; i < CLIENTS; i++) {
                var incident = assertOwn(i, answers.get(i));
                var path = " GET /hygiene/bug/" + i + " ";
                incidents.add(incident);
                assertThat(lines)
                        .filteredOn(line -> line.getMessage().startsWith(incident))
                        .singleElement()
                        .satisfies(line -> assertThat(line.getMessage()).contains(path));
            }
            assertThat(incidents).hasSize(CLIENTS);
        }
    }

    private static List<RawResponse> atOnce(TestServer server) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        var calls = new ArrayList<Callable<RawResponse>>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            calls.add(() -> {
                start.await();
                return Requests.get(
                        server,
                        "/hygiene/bug/" + number,
                        "Accept-Language: " + language(number),
                        "Accept: " + form(number));
            });
        }
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var answers = new ArrayList<RawResponse>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String language(int number) {
        return number % 2 == 0 ? "ko" : "en";
    }

    private static String form(int number) {
        return number % 3 == 0 ? "application/json" : "text/html";
    }

    private static String assertOwn(int number, RawResponse answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(500);
        assertThat(answer.end()).isEqualTo(End.COMPLETE);
        assertThat(answer.headers("Content-Language")).containsExactly(language(number));
        assertThat(answer.text()).startsWith(number % 3 == 0 ? "{" : "<!doctype html>");
        assertThat(answer.text()).contains(number % 2 == 0 ? "서비스에 문제가" : "Something went wrong");
        var incident = INCIDENT.matcher(answer.text());
        assertThat(incident.find()).isTrue();
        return incident.group(1);
    }
}
