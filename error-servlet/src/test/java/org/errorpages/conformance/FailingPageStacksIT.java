package org.errorpages.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.errorpages.conformance.ExpectedPage.forStatus;
import static org.errorpages.conformance.ExpectedPage.forType;
import static org.errorpages.conformance.PublicPage.KOREAN;

import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.errorpages.container.CapturedLog;
import org.errorpages.container.Container;
import org.errorpages.container.RawResponse;
import org.errorpages.container.RawResponse.End;
import org.errorpages.container.Servers;
import org.errorpages.container.WarFolder;
import org.errorpages.throwable.CauseChain;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that a failing error page and the original failure have one stack trace each in the log. */
@Tag("thorough")
final class FailingPageStacksIT {

    private static final String ELEMENTS =
            """
            <listener>
              <listener-class>org.errorpages.conformance.ApplicationFailingPages$Start</listener-class>
            </listener>
            <error-page><location>/broken</location></error-page>
            """
                    + forType("java.lang.ArithmeticException", "/broken")
                    + forType("java.lang.NegativeArraySizeException", "/broken")
                    + forType("java.lang.IllegalCallerException", "/patient")
                    + forStatus(507, "/broken");

    private static final String ERROR_MAP =
            """
            java.lang.NegativeArraySizeException = 504
            java.lang.IllegalCallerException = 504
            java.lang.IllegalMonitorStateException = 507
            """;

    @RegisterExtension
    static final Servers SERVERS =
            Servers.of(folder -> WarFolder.with(folder, ELEMENTS).file("WEB-INF/error-map.properties", ERROR_MAP));

    private static final List<String> PAGES =
            List.of("runtime", "servlet", "servlet-for", "io", "io-within", "error", "memory");

    /** Requests for which the container or the framework dispatches to the page, in each kind of dispatch. */
    private static final List<String> THROWN = List.of(
            "GET /shop/bug500",
            "PUT /shop/bug500",
            "GET /shop/bug504",
            "GET /shop/bug507",
            "GET /shop/async/bug500",
            "GET /shop/async/bug507",
            "GET /shop/started/bug500",
            "GET /shop/forward/bug500",
            "GET /shop/forward/bug504");

    /** Requests for which the framework forwards to the page. */
    private static final List<String> FORWARDED = List.of(
            "GET /shop/bug504",
            "GET /shop/late504",
            "GET /shop/async/bug500",
            "GET /shop/async/bug504",
            "GET /shop/started/bug500",
            "GET /shop/started/bug504",
            "GET /shop/forward/bug504");

    private static final List<String> SENT = List.of(
            "GET /shop/send503", "GET /shop/send507", "PUT /shop/send507", "GET /shop/later507", "GET /shop/never500");

    @ParameterizedTest
    @EnumSource
    void aFailingPageAndTheOriginalFailureHaveOneStackTraceEach(Container container) throws Exception {
        SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            for (var page : PAGES) {
                for (var request : requests()) {
                    var status = Integer.parseInt(request.substring(request.length() - 3));
                    PublicPage.in(send(container, request, page), status);
                }
            }
            log.settle();

            assertStacks(container, PAGES, log);
            assertThat(PAGES).allSatisfy(page -> assertThat(requests())
                    .allSatisfy(request -> assertThat(incidentLines(log, "of the page, " + query(page, request)))
                            .hasSize(1)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatFailsAfterTheCommitHasOneStackTrace(Container container) throws Exception {
        var pages = List.of("sent-runtime", "sent-servlet-for", "sent-io", "sent-error");
        SERVERS.on(container);
        try (var log = CapturedLog.open()) {
            for (var page : pages) {
                for (var request : requests()) {
                    assertThat(send(container, request, page).text()).isEqualTo("half a page");
                }
            }
            log.settle();

            assertStacks(container, pages, log);
        }
    }

    /** Undertow can truncate only an asynchronous request, which the page doesn't support. */
    @ParameterizedTest
    @EnumSource
    void aPageOfTheContainerThatFailsAfterTheCommitIsTruncated(Container container) {
        for (var request : List.of("GET /shop/bug500", "GET /shop/bug507", "GET /shop/send503", "GET /shop/send507")) {
            assertThat(send(container, request, "sent-runtime").end())
                    .as(request)
                    .isEqualTo(container == Container.UNDERTOW ? End.COMPLETE : End.TRUNCATED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForwardedPageThatFailsAfterTheCommitIsTruncated(Container container) throws Exception {
        SERVERS.on(container);
        for (var page :
                List.of("sent-runtime", "sent-io", "sent-error", "long-runtime", "long-servlet-for", "long-io")) {
            for (var request : forwarded(container)) {
                try (var log = CapturedLog.open()) {
                    var answer = send(container, request, page);

                    assertThat(answer.text()).as(request + answer).isEqualTo("half a page");
                    assertThat(answer.end()).as(request + answer).isEqualTo(endOfForwarded(container, request, page));
                    assertThat(log.settle().text().contains("the client may not notice the failure"))
                            .as(log.text())
                            .isEqualTo(isSeeminglyComplete(container, request));
                    assertThat(log.stackTraces())
                            .as(request + log.text())
                            .hasSize(1 + stacksInside(container, request));
                }
            }
        }
    }

    private static List<String> forwarded(Container container) {
        var unasked = Stream.of("PUT /shop/bug500", "PUT /shop/send507").filter(put -> isJetty(container));
        return Stream.concat(FORWARDED.stream(), unasked).toList();
    }

    /** Undertow closes the connection if the length isn't reached. */
    private static End endOfForwarded(Container container, String request, String page) {
        return isSeeminglyComplete(container, request) && page.startsWith("sent-") ? End.COMPLETE : End.TRUNCATED;
    }

    /** Undertow can truncate only an asynchronous request, which the page supports only if it has already started. */
    private static boolean isSeeminglyComplete(Container container, String request) {
        return container == Container.UNDERTOW && !request.contains("/started/") && !request.contains("/late");
    }

    @ParameterizedTest
    @EnumSource
    void aForwardedPageThatFailsAfterItsEndIsComplete(Container container) {
        for (var request : forwarded(container)) {
            var answer = send(container, request, "closed-runtime");

            assertThat(answer.text()).as(request + answer).isEqualTo("half a page");
            assertThat(answer.end()).as(request + answer).isEqualTo(End.COMPLETE);
        }
    }

    /** Tomcat logs it in two places, because it closes the connection only for an exception that reaches it. */
    @ParameterizedTest
    @EnumSource
    void aPageThatFailsBeforeItsLengthIsReachedIsLoggedTwiceByTomcatOnly(Container container) throws Exception {
        SERVERS.on(container);
        for (var request : List.of("GET /shop/bug500", "GET /shop/send507")) {
            for (var page : List.of("long-runtime", "long-io")) {
                try (var log = CapturedLog.open()) {
                    assertThat(send(container, request, page).text()).isEqualTo("half a page");

                    assertThat(stacks(log.settle(), "secret of the page, " + query(page, request)))
                            .as(request + " " + page)
                            .hasSize(isTomcat(container) ? 2 : 1);
                }
            }
        }
    }

    /** Tomcat would include the default page; the announced length is fourteen and eleven bytes. */
    @ParameterizedTest
    @EnumSource
    void aPageIsNotAppendedToACommittedResponse(Container container) throws Exception {
        SERVERS.on(container);
        for (var path : List.of("begun500", "length500", "started/begun500", "started/length500", "forward/begun500")) {
            try (var log = CapturedLog.open()) {
                var answer = send(container, "GET /shop/" + path, "none");

                assertThat(answer.text()).as(path).isEqualTo("half an answer");
                assertThat(answer.end()).as(path).isEqualTo(End.TRUNCATED);
                assertThat(stacks(log.settle(), "secret inside, none:GET/" + path))
                        .as(path + log.text())
                        .hasSize(1);
                assertThat(log.stackTraces()).as(log.text()).hasSize(1);
            }
        }
    }

    /** The redirect is pending: on Tomcat an exception after it leads to the page. */
    @ParameterizedTest
    @EnumSource(names = {"TOMCAT_10_1", "TOMCAT_11"})
    void aPageReplacesARedirectThatHasNotBeenSent(Container container) {
        PublicPage.in(send(container, "GET /shop/noted500", "runtime"), 500);
        assertThat(send(container, "GET /shop/noted500", "sent-runtime").text()).isEqualTo("half a page");
    }

    private static boolean isJetty(Container container) {
        return container == Container.JETTY_12_0 || container == Container.JETTY_12_1;
    }

    private static boolean isTomcat(Container container) {
        return container == Container.TOMCAT_10_1 || container == Container.TOMCAT_11;
    }

    private static List<String> requests() {
        return Stream.concat(THROWN.stream(), SENT.stream()).toList();
    }

    private static RawResponse send(Container container, String request, String page) {
        var methodAndPath = request.split(" ", 2);
        return Requests.send(
                methodAndPath[0], SERVERS.on(container), methodAndPath[1] + "?" + query(page, request), KOREAN);
    }

    private static String query(String page, String request) {
        return page + ":" + request.replace(" /shop", "");
    }

    private static void assertStacks(Container container, List<String> pages, CapturedLog log) {
        for (var page : pages) {
            for (var request : requests()) {
                var query = query(page, request);
                assertThat(stacks(log, "secret of the page, " + query))
                        .as(query)
                        .hasSize(1);
                assertThat(stacks(log, "secret inside, " + query)).as(query).hasSize(stacksInside(container, request));
            }
        }
        int expected = requests().stream()
                .mapToInt(request -> 1 + stacksInside(container, request))
                .sum();
        assertThat(log.stackTraces().size()).as(log::text).isEqualTo(pages.size() * expected);
    }

    /** Tomcat logs an exception that passes a forward, and again if it is rethrown because a page for it exists. */
    private static int stacksInside(Container container, String request) {
        return isTomcat(container) && request.equals("GET /shop/forward/bug500")
                ? 2
                : request.contains("/send") || SENT.contains(request) ? 0 : 1;
    }

    private static List<String> stacks(CapturedLog log, String message) {
        return log.stackTraces().stream()
                .filter(logged ->
                        CauseChain.of(logged.getThrown()).root().message().equals(message))
                .map(LogRecord::getLoggerName)
                .toList();
    }

    private static List<String> incidentLines(CapturedLog log, String part) {
        return log.records().stream()
                .filter(logged -> "org.errorpages.incident".equals(logged.getLoggerName()))
                .map(LogRecord::getMessage)
                .filter(message -> message.endsWith(part) || message.contains(part + " "))
                .toList();
    }
}
