package org.errorpages.describe;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.i18n.MessagesLoader;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;

/** Incidents and reports for tests. */
public final class Fixtures {

    public static final Messages ENGLISH = SupportedLocales.builtIn().fallback();
    public static final Messages KOREAN =
            SupportedLocales.of(MessagesLoader.builtIn(), List.of("ko"), "ko").fallback();
    public static final RequestSnapshot GET = RequestSnapshot.of("GET", "/shop");
    public static final RequestSnapshot POST = RequestSnapshot.of("POST", "/shop");
    static final IncidentId ID = new IncidentId(UUID.fromString("0190a5d3-9c4e-4b7a-8f21-6d3e5c7b9a10"));
    static final Instant TIME = Instant.parse("2026-11-01T09:15:00Z");

    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());

    private Fixtures() {}

    public static Incident incident(Failure failure, RequestSnapshot request) {
        return Incident.of(ID, TIME, failure, CLASSIFIER.classify(failure), request);
    }

    public static ErrorReport publicReport(Throwable thrown, RequestSnapshot request) {
        return new ReportFactory(Site.UNNAMED, List.of())
                .createForPublic(incident(Failure.thrown(thrown), request), ENGLISH);
    }

    public static DeveloperReport developerReport(
            Failure failure, RequestSnapshot request, String... applicationPackages) {
        return Objects.requireNonNull(new ReportFactory(Site.UNNAMED, List.of(applicationPackages))
                .createForDeveloper(incident(failure, request), ENGLISH, ENGLISH)
                .developer());
    }

    public static DeveloperReport developerReport(Throwable thrown, String... applicationPackages) {
        return developerReport(Failure.thrown(thrown), GET, applicationPackages);
    }

    /** Sets a frame for each class, innermost first, and returns the throwable. */
    public static <T extends Throwable> T withFrames(T throwable, String... classNames) {
        var frames = new StackTraceElement[classNames.length];
        for (int i = 0; i < frames.length; i++) {
            var simpleName = classNames[i].substring(classNames[i].lastIndexOf('.') + 1);
            frames[i] = new StackTraceElement(classNames[i], "call", simpleName + ".java", i + 1);
        }
        throwable.setStackTrace(frames);
        return throwable;
    }
}
