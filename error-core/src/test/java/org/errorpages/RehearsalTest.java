package org.errorpages;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.errorpages.media.MediaType;
import org.errorpages.render.Renderer;
import org.errorpages.render.TextRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Incident;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.HttpError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RehearsalTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("org.errorpages");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private final class Page implements Renderer {
        @Override
        public MediaType mediaType() {
            return MediaType.HTML;
        }

        @Override
        public byte[] render(ErrorReport report) {
            told.add("form");
            return new byte[0];
        }
    }

    private final class Listener implements IncidentListener {
        @Override
        public void onIncident(Incident incident) {
            told.add("incident");
        }

        @Override
        public void onSimplerForm(Incident incident, FailedForm form) {
            told.add(form.name());
        }
    }

    private ErrorPages.Builder everywhereOverheard() {
        return Fixtures.standingStill("mode", "development")
                .listener(new Listener())
                .map(Throwable.class, thrown -> {
                    told.add("mapper");
                    return HttpError.of(500);
                })
                .hints(symptoms -> {
                    told.add("hints");
                    return List.of();
                });
    }

    @Test
    void nobodyIsToldOfARehearsalAndNothingIsRemembered() {
        var pages = everywhereOverheard().build();
        log.list.clear();

        pages.rehearse();

        assertThat(told).isEmpty();
        assertThat(log.list).isEmpty();
        var list = pages.incidents(RequestFacts.of("GET", "/errorpages/incidents")
                .from("127.0.0.1")
                .withHeader("Host", "localhost:8080")
                .withHeader("Accept", "text/plain"));
        assertThat(list.orElseThrow().text()).isNotEmpty().doesNotContain("rehearsal", "order 7");
    }

    @Test
    void aFormOfTheApplicationIsNotRehearsed() {
        everywhereOverheard().renderer(new Page()).build().rehearse();

        assertThat(told).isEmpty();
    }

    @Test
    void ourPageIsRehearsedInDevelopmentOnly() {
        var forms = Forms.of(Fixtures.config(), List.of());

        assertThat(rehearsal(forms, "development").held()).isTrue();
        assertThat(rehearsal(forms, "production").held()).isFalse();
        assertThat(rehearsal(List.of(new TextRenderer()), "development").held()).isFalse();
    }

    private static Rehearsal rehearsal(List<Renderer> forms, String mode) {
        return new Rehearsal(Fixtures.config("mode", mode), forms, new AtomicBoolean());
    }
}
