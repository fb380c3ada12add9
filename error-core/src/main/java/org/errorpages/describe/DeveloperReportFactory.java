package org.errorpages.describe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.http.RequestDetails.Trait;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.Decision;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.resource.Lazy;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.ApplicationCode;
import org.errorpages.trace.CauseReportBuilder;
import org.errorpages.trace.FrameReportFactory;
import org.errorpages.trace.SizeBudget;
import org.jspecify.annotations.Nullable;

/**
 * Creates the part of a report that only developers see.
 *
 * @param redactor the redactor, created for the first developer
 */
record DeveloperReportFactory(ApplicationCode code, HintEngine hints, RuntimeDetails runtime, Lazy<Redactor> redactor) {

    private static final int MAX_STEP = 2_000;
    private static final int MAX_STEPS = 32_000;

    DeveloperReport create(Incident incident, Messages messages, ErrorReport publicReport) {
        var request = incident.request();
        var requestRedactor = redactor.get().of(request);
        var thrown = incident.failure().cause();
        var chain = thrown == null ? null : CauseChain.of(thrown);
        var causes = chain == null ? List.<CauseReport>of() : new CauseReportBuilder(requestRedactor, code).of(chain);
        var origin = origin(causes);
        var diagnosis = diagnosis(incident.failure(), causes, origin, requestRedactor, new Diagnosis(messages));
        var decision = decision(incident, requestRedactor);
        var requestReport = new RequestReportFactory(requestRedactor, messages).create(request);
        var hintsOfChain = chain == null
                ? List.<Hint>of()
                : new HintFormatter(hints, requestRedactor.apart(), messages).hints(chain, causes, request);
        var hopDetails = new HopDetailsFactory(incident.verdict(), request, causes, origin, messages).create();
        var runtimeFields = runtime(request, messages, requestRedactor);
        return new DeveloperReport(
                diagnosis,
                origin,
                decision,
                requestReport,
                causes,
                hintsOfChain,
                hopDetails,
                null,
                runtimeFields,
                requestRedactor.receipt(), // last, because it counts all of the above
                publicReport);
    }

    private static String diagnosis(
            Failure failure,
            List<CauseReport> causes,
            @Nullable FrameReport origin,
            Redactor redactor,
            Diagnosis diagnosis) {
        if (failure instanceof Failure.Sent sent && causes.isEmpty()) {
            return diagnosis.ofStatus(sent.status(), redactor.text(SafeThrowable.bounded(sent.message())));
        }
        var root = CauseReport.root(causes);
        return diagnosis.ofThrowable(root.className(), root.message(), origin);
    }

    /** Returns the unredacted diagnosis, for a log that contains the stack trace anyway. */
    String diagnosis(Throwable thrown, Messages messages) {
        var chain = CauseChain.of(thrown);
        var root = chain.innermostCause();
        var origin = new FrameReportFactory(code).nearestToRoot(chain);
        return new Diagnosis(messages).ofThrowable(root.className(), root.message(), origin);
    }

    private static Decision decision(Incident incident, Redactor redactor) {
        var verdict = incident.verdict();
        var budget = new SizeBudget(MAX_STEPS);
        var steps = incident.explanation().stream()
                .map(line -> SafeText.line(redactor.text(line), MAX_STEP))
                .takeWhile(line -> budget.takes(SizeBudget.bytes(line)))
                .toList();
        return new Decision(verdict.reason(), steps, verdict.proxyError());
    }

    private List<RedactedField> runtime(RequestSnapshot request, Messages messages, Redactor requestRedactor) {
        var details = new LinkedHashMap<String, String>();
        request.details().trait(Trait.SERVER).ifPresent(server -> details.put("container", server));
        details.putAll(runtime.facts().get());
        details.computeIfPresent(
                RuntimeDetails.UPTIME, (key, uptime) -> humanDuration(Duration.parse(uptime), messages));
        return details.entrySet().stream()
                .map(detail -> requestRedactor.plain(
                        messages.get("dev.runtime." + detail.getKey()), detail.getValue(), RedactedField.MAX_NAME))
                .toList();
    }

    /** Returns a duration in its two largest units, such as {@code 2 hours 5 minutes}; a negative one is zero. */
    static String humanDuration(Duration duration, Messages messages) {
        if (duration.toDays() > 0) {
            return twoUnits("days", duration.toDays(), "hours", duration.toHoursPart(), messages);
        }
        if (duration.toHours() > 0) {
            return twoUnits("hours", duration.toHours(), "minutes", duration.toMinutesPart(), messages);
        }
        if (duration.toMinutes() > 0) {
            return twoUnits("minutes", duration.toMinutes(), "seconds", duration.toSecondsPart(), messages);
        }
        return count("seconds", Math.max(0, duration.toSeconds()), messages);
    }

    private static String twoUnits(String large, long largeCount, String small, int smallCount, Messages messages) {
        var first = count(large, largeCount, messages);
        return smallCount == 0 ? first : first + " " + count(small, smallCount, messages);
    }

    private static String count(String unit, long count, Messages messages) {
        var key = "dev.time." + unit + (count == 1 ? ".one" : "");
        return messages.get(key, "count", Long.toString(count));
    }

    /** Returns the frame in application code nearest to the root cause, or null. */
    private static @Nullable FrameReport origin(List<CauseReport> causes) {
        FrameReport nearest = null;
        for (var branch : CauseReport.branches(causes)) {
            nearest = branch.get(0).frames().stream()
                    .filter(FrameReport::applicationCode)
                    .findFirst()
                    .orElse(nearest);
        }
        return nearest;
    }
}
