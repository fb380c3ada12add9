package org.errorpages.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.redact.PrintableText;
import org.errorpages.redact.Redactor;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.DeveloperReport.Decision;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.report.HopStatus;
import org.errorpages.report.Site;
import org.errorpages.report.UserMessage;
import org.errorpages.source.SourceFinder;
import org.errorpages.status.Failure;
import org.errorpages.status.Status;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.ApplicationCode;
import org.errorpages.trace.CauseReportsBuilder;
import org.errorpages.trace.SizeBudget;
import org.jspecify.annotations.Nullable;

/**
 * Creates reports of incidents for the public and for developers. Immutable.
 *
 * @param site the site that public pages belong to
 */
public record ReportFactory(Site site, ApplicationCode code, HintEngine hints, RuntimeDetails runtime) {

    private static final int MAX_STEP = 2_000;
    private static final int MAX_STEPS = 32_000;

    /**
     * Creates a factory whose reports contain no sources.
     *
     * @param applicationPackages the application's packages; if empty, application code is detected from class location
     */
    public ReportFactory(Site site, List<String> applicationPackages) {
        this(
                site,
                new ApplicationCode(applicationPackages, SourceFinder.none()),
                new HintEngine(List.of()),
                RuntimeDetails.here());
    }

    /** Returns the report of an incident for the public. */
    public ErrorReport createForPublic(Incident incident, Messages messages) {
        return report(incident, messages, null);
    }

    /**
     * Returns the report of an incident for a developer.
     *
     * @param messages the texts in the developer's language
     * @param clientMessages the texts in the client's language, for the public report in it
     */
    public ErrorReport createForDeveloper(Incident incident, Messages messages, Messages clientMessages) {
        var publicReport = createForPublic(incident, clientMessages);
        return report(incident, messages, developerReport(incident, messages, publicReport));
    }

    private ErrorReport report(Incident incident, Messages messages, @Nullable DeveloperReport developer) {
        var verdict = incident.verdict();
        var key = UserMessage.Key.of(verdict, incident.request().isSafe());
        return new ErrorReport(
                verdict.status(),
                incident.id(),
                incident.time(),
                messages,
                site,
                UserMessage.of(key, verdict.publicDetail(), site, messages),
                HopStatus.of(verdict, messages),
                incident.retryAfterSeconds(),
                verdict.headers(),
                developer);
    }

    private DeveloperReport developerReport(Incident incident, Messages messages, ErrorReport publicReport) {
        var request = incident.request();
        var secrets = Redactor.forRequest(request);
        var thrown = incident.failure().cause();
        var chain = thrown == null ? null : CauseChain.of(thrown);
        var causes = chain == null ? List.<CauseReport>of() : new CauseReportsBuilder(secrets, code).build(chain);
        var origin = origin(causes);
        var diagnosis = incident.failure() instanceof Failure.Sent sent && thrown == null
                ? new FailureSummaryFormatter(messages)
                        .ofStatus(sent.status(), secrets.redact(SafeThrowable.truncate(sent.message())))
                : new FailureSummaryFormatter(messages).ofCause(CauseReport.root(causes), origin);
        var decision = decision(incident, secrets);
        var details = new RequestReportFactory(secrets, messages).create(request);
        var advice = chain == null
                ? List.<Hint>of()
                : new HintReportFactory(hints, secrets.uncounted(), messages).hints(chain, causes, request);
        var hops = new HopDetailsFactory(incident.verdict(), request, causes, origin, messages).create();
        var jvm = runtime.fields(request, messages, secrets);
        // Counts of redacted values come last, because they cover all of the above.
        return new DeveloperReport(
                diagnosis, origin, decision, details, causes, advice, hops, null, jvm, secrets.counts(), publicReport);
    }

    private static Decision decision(Incident incident, Redactor redactor) {
        var verdict = incident.verdict();
        int left = MAX_STEPS;
        var steps = new ArrayList<String>();
        for (var line : incident.explanation()) {
            var step = PrintableText.line(redactor.redact(line), MAX_STEP);
            left -= SizeBudget.bytes(step);
            if (left < 0) {
                break;
            }
            steps.add(step);
        }
        return new Decision(verdict.reason(), steps, verdict.proxyError());
    }

    /** Returns the frame in application code nearest to the root cause, or null. */
    private static @Nullable FrameReport origin(List<CauseReport> causes) {
        return CauseReport.branches(causes).stream()
                .flatMap(branch -> branch.get(0).frames().stream()
                        .filter(FrameReport::applicationCode)
                        .limit(1))
                .reduce((outer, inner) -> inner)
                .orElse(null);
    }

    /** Returns a preview of the report of a status, as a gateway sees it: without incident id, time and request. */
    public ErrorReport previewFor(Status status, Messages messages) {
        return new ErrorReport(
                status,
                null,
                null,
                messages,
                site,
                UserMessage.previewFor(status, messages),
                HopStatus.seenByGateway(status, messages),
                0,
                Map.of(),
                null);
    }
}
