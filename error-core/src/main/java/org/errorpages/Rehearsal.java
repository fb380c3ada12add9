package org.errorpages;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.errorpages.render.Renderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.Describer;
import org.errorpages.report.Incident;
import org.errorpages.report.IncidentId;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Classifier;
import org.errorpages.status.ErrorMap;
import org.errorpages.status.Failure;

/**
 * Shows the developer's page to nobody, so that the first who needs it does not wait until its template is read and its
 * code compiled. Nobody is told of it, nothing is remembered, and no code of the application is asked.
 *
 * @param config the settings
 * @param forms those of the application, of which ours is rehearsed
 * @param stopping whether the application is being stopped, and with it this
 */
record Rehearsal(ErrorPagesConfig config, List<Renderer> forms, AtomicBoolean stopping) {

    private static final int ROUNDS = 5;
    private static final int MANY = 30;
    private static final String LINE =
            "order 7 of https://shop:pass@db.example.test/orders?token=abc was not \"placed\"; ";
    private static final IncidentListener NOBODY = incident -> {};

    Rehearsal {
        forms = forms.stream().filter(HtmlRenderer.class::isInstance).toList();
    }

    /** Never throws: who fails in earnest is told of it then. */
    @SuppressWarnings("UnusedReturnValue")
    boolean held() {
        if (config.mode() != Mode.DEVELOPMENT || forms.isEmpty()) {
            return false;
        }
        try {
            hold();
            return true;
        } catch (Throwable broken) {
            return false;
        }
    }

    private void hold() {
        var clock = Clock.systemUTC();
        var verdicts = new Verdicts(new Classifier(ErrorMap.builtIn(), clock), config.gateway(), stopping);
        var describer = new Describer(config.site(), config.applicationCode(), verdicts::explain);
        var reports = new Reports(config, describer, NOBODY);
        var renditions = new Renditions(forms, NOBODY);
        var request = request();
        for (int round = 0; round < ROUNDS && !stopping.get(); round++) {
            var failure = Failure.thrown(thrown(round));
            var verdict = verdicts.about(failure, request);
            var incident = Incident.of(IncidentId.random(), clock.instant(), failure, verdict, request);
            var report = reports.forDeveloper(incident);
            if (report != null) {
                renditions.of(incident, report);
            }
        }
    }

    private static RequestFacts request() {
        var request = RequestFacts.of("GET", "/rehearsal")
                .withHeader("Accept", "text/html")
                .withQuery(("name=" + LINE + "&").repeat(MANY));
        for (int i = 0; i < MANY; i++) {
            request = request.withHeader("X-Field-" + i, LINE).withHeader("Cookie", "cookie" + i + "=" + LINE);
        }
        return request;
    }

    /** As different as failures are: causes, what was suppressed, what follows, and long messages. */
    private static Throwable thrown(int round) {
        var root = new SQLException(LINE.repeat(40 * round), "08001");
        root.setNextException(new SQLException(LINE));
        for (int i = 0; i < MANY; i++) {
            root.addSuppressed(
                    withFrames(new IOException(LINE.repeat(i)), "com.example.suppressed" + i + ".Call$Inner"));
        }
        return new IllegalStateException(LINE + round, new IOException(LINE.repeat(20), root));
    }

    private static Throwable withFrames(Throwable throwable, String className) {
        throwable.setStackTrace(IntStream.range(0, MANY)
                .mapToObj(i -> new StackTraceElement(className + i, "lambda$call$" + i, "Call.java", i + 1))
                .toArray(StackTraceElement[]::new));
        return throwable;
    }
}
