package org.errorpages.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Classifier;
import org.errorpages.status.ErrorMap;
import org.errorpages.status.Failure;
import org.errorpages.text.Messages;
import org.errorpages.text.SupportedLocales;

/** Incidents and reports as tests need them. */
final class Fixtures {

    static final Messages ENGLISH = SupportedLocales.shipped().fallback();
    static final Messages KOREAN = SupportedLocales.of(List.of("ko"), "ko").fallback();
    static final RequestFacts GET = RequestFacts.of("GET", "/shop");
    static final RequestFacts POST = RequestFacts.of("POST", "/shop");
    static final IncidentId ID = new IncidentId(UUID.fromString("0190a5d3-9c4e-4b7a-8f21-6d3e5c7b9a10"));
    static final Instant TIME = Instant.parse("2026-11-01T09:15:00Z");

    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());

    private Fixtures() {}

    static Incident incident(Failure failure, RequestFacts request) {
        return Incident.of(ID, TIME, failure, CLASSIFIER.classify(failure), request);
    }

    static ErrorReport publicReport(Throwable thrown, RequestFacts request) {
        return new Describer(Site.UNNAMED, List.of())
                .describe(incident(Failure.thrown(thrown), request), ENGLISH, Disclosure.NOTHING);
    }

    static DeveloperReport developerReport(Failure failure, RequestFacts request, String... ownPackages) {
        return Objects.requireNonNull(new Describer(Site.UNNAMED, List.of(ownPackages))
                .describe(incident(failure, request), ENGLISH, Disclosure.EVERYTHING)
                .developer());
    }

    static DeveloperReport developerReport(Throwable thrown, String... ownPackages) {
        return developerReport(Failure.thrown(thrown), GET, ownPackages);
    }

    /** Returns the throwable with frames of the classes, innermost first. */
    static <T extends Throwable> T withFrames(T throwable, String... classNames) {
        var frames = new StackTraceElement[classNames.length];
        for (int i = 0; i < frames.length; i++) {
            var simpleName = classNames[i].substring(classNames[i].lastIndexOf('.') + 1);
            frames[i] = new StackTraceElement(classNames[i], "call", simpleName + ".java", i + 1);
        }
        throwable.setStackTrace(frames);
        return throwable;
    }
}
