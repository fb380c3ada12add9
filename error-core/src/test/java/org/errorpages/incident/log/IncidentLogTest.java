package org.errorpages.incident.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.errorpages.Fixtures;
import org.errorpages.classify.ErrorMap;
import org.errorpages.http.MediaType;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.RenderFailure;
import org.errorpages.render.Renderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class IncidentLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.errorpages.incident");
    private final Level before = logger.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.DEBUG);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(before);
    }

    @Test
    void aServerErrorIsOneLineWithIdDiagnosisRuleAndStackTrace() {
        var cause = new java.util.concurrent.RejectedExecutionException("queue is full");
        cause.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.Queue", "add", "Queue.java", 7),
            new StackTraceElement(getClass().getName(), "place", "OrderService.java", 42)
        });

        Fixtures.builder().build().answer(Failure.thrown(cause), Fixtures.request("text/html", "ko"));

        var event = onlyEvent();
        assertThat(event.getLevel()).isEqualTo(Level.ERROR);
        assertThat(event.getFormattedMessage())
                .startsWith(Fixtures.ID + " 503 GET /orders/42 "
                        + "RejectedExecutionException in IncidentLogTest.place (OrderService.java:42): queue is full "
                        + "[java.util.concurrent.RejectedExecutionException = 503")
                .contains("error-map.properties:");
        assertThat(event.getThrowableProxy().getMessage()).isEqualTo("queue is full");
    }

    @Test
    void aStackTraceLoggedElsewhereLeavesTheExceptionInTheLine() {
        var pages = Fixtures.builder().build();
        var failure = Failure.thrown(new IllegalStateException("order 7", new java.io.IOException("closed")));

        pages.report(failure, Fixtures.request("text/html", "en"), incident -> true);

        assertThat(onlyEvent().getFormattedMessage())
                .startsWith(Fixtures.ID + " 500 GET /orders/42 java.lang.IllegalStateException: order 7 [");
        assertThat(onlyEvent().getThrowableProxy()).isNull();
    }

    @Test
    void aClientErrorIsInformationWithoutStackTrace() {
        Fixtures.builder()
                .build()
                .answer(Failure.thrown(new HttpErrorException(404)), Fixtures.request("text/html", "en"));

        assertThat(onlyEvent().getLevel()).isEqualTo(Level.INFO);
        assertThat(onlyEvent().getThrowableProxy()).isNull();
    }

    @Test
    void aDisconnectedClientIsLoggedAsDebug() {
        var map = ErrorMap.builtIn().overruledBy("java.io.IOException = aborted", "app.properties");

        Fixtures.builder()
                .errorMap(map)
                .build()
                .answer(Failure.thrown(new java.io.IOException("Broken pipe")), Fixtures.request("*/*", "en"));

        assertThat(onlyEvent().getLevel()).isEqualTo(Level.DEBUG);
    }

    @Test
    void foreignTextCannotStartALineAndTheQueryIsLeftOut() {
        var request = RequestSnapshot.of("GET", "/a\r\n2026 ERROR forged").withQuery("password=hunter2");

        Fixtures.builder().build().answer(Failure.sent(500, "a\nb\u2028c"), request);

        assertThat(onlyEvent().getFormattedMessage()).doesNotContain("\n", "\r", "\u2028", "hunter2");
    }

    @Test
    void aFailedRendererIsLoggedWithTheIdOfTheResponse() {
        var broken = new Renderer() {
            @Override
            public MediaType mediaType() {
                return MediaType.HTML;
            }

            @Override
            public byte[] render(ErrorReport report) {
                throw new IllegalStateException("the template is broken");
            }
        };

        var answer = Fixtures.builder()
                .renderer(broken)
                .build()
                .answer(Failure.sent(502, ""), Fixtures.request("text/html", "en"));

        assertThat(answer.status().code()).isEqualTo(502);
        assertThat(answer.text()).contains(answer.incident().toString());
        assertThat(log.list).hasSize(2).allMatch(event -> event.getFormattedMessage()
                .startsWith(answer.incident() + " "));
        assertThat(log.list.get(1).getThrowableProxy().getMessage()).isEqualTo("the template is broken");
    }

    @Test
    void aFailedPageIsOneLineWithReasonAndStackTrace() {
        reportFailure(RenderFailure.of("/broken.jsp", new IllegalStateException("no\nbean")));

        assertThat(onlyEvent().getLevel()).isEqualTo(Level.ERROR);
        assertThat(onlyEvent().getFormattedMessage())
                .isEqualTo(Fixtures.ID + " could not be rendered as /broken.jsp, falling back to a simpler page:"
                        + " java.lang.IllegalStateException: no\\u000abean");
        assertThat(onlyEvent().getThrowableProxy().getMessage()).isEqualTo("no\nbean");
    }

    @Test
    void aStackTraceOfAPageThatTheContainerLogsIsNotLoggedAgain() {
        reportFailure(RenderFailure.of("/broken.jsp", new IllegalStateException("no bean"))
                .asLoggedElsewhere());

        assertThat(onlyEvent().getFormattedMessage())
                .startsWith(Fixtures.ID + " ")
                .contains("/broken.jsp", "java.lang.IllegalStateException: no bean");
        assertThat(onlyEvent().getThrowableProxy()).isNull();
    }

    private void reportFailure(RenderFailure page) {
        var pages = Fixtures.builder().build();
        var incident = pages.report(Failure.sent(500, ""), Fixtures.request("text/html", "en"));
        log.list.clear();
        pages.reportRenderFailure(incident, page);
    }

    private ILoggingEvent onlyEvent() {
        assertThat(log.list).hasSize(1);
        return log.list.get(0);
    }
}
