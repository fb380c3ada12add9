package org.errorpages.render;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.describe.ReportFactory;
import org.errorpages.http.RequestHeaders;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Site;
import org.errorpages.status.Failure;

/** Creates reports that contain a text in every possible place. */
final class HostileReports {

    private static final IncidentId ID = new IncidentId(UUID.fromString("3d2f4a6b-8c9d-4e1f-a2b3-c4d5e6f70819"));
    private static final Classifier CLASSIFIER = new Classifier(ErrorMap.builtIn());

    private HostileReports() {}

    /** Returns a report whose exceptions, frames, request and decision contain the text. */
    static ErrorReport containing(String text) {
        var headers = RequestHeaders.none().plus("X-Text", text).plus("x" + text, text);
        // A query of separators only would have no parameters.
        var request = new RequestSnapshot("M" + text, "/" + text, "q=" + text, headers, "", text, null);
        return of(text, request);
    }

    static ErrorReport of(String text, RequestSnapshot request) {
        var frame = new StackTraceElement("shop." + text, text, text, 1);
        var cause = new IOException("cause: " + text);
        cause.setStackTrace(new StackTraceElement[] {frame, frame});
        var thrown = new IllegalStateException("thrown: " + text, cause);
        thrown.addSuppressed(cause);
        thrown.setStackTrace(new StackTraceElement[] {frame});
        var failure = Failure.thrown(thrown);
        var incident = Incident.of(ID, Instant.EPOCH, failure, CLASSIFIER.classify(failure), request)
                .withExplanation(List.of("step " + text, "another"));
        var english = SupportedLocales.builtIn().fallback();
        return new ReportFactory(Site.UNNAMED, List.of("shop")).createForDeveloper(incident, english, english);
    }
}
