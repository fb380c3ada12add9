package org.errorpages.describe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.errorpages.hint.Hint;
import org.errorpages.hint.HintEngine;
import org.errorpages.http.RequestDetails.RequestProperty;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.Incident;
import org.errorpages.redact.RedactedField;
import org.errorpages.redact.Redactor;
import org.errorpages.redact.SafeText;
import org.errorpages.report.CauseReport;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.DeveloperReport.Decision;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.FrameReport;
import org.errorpages.status.Failure;
import org.errorpages.throwable.CauseChain;
import org.errorpages.throwable.SafeThrowable;
import org.errorpages.trace.ApplicationCode;
import org.errorpages.trace.CauseReportBuilder;
import org.errorpages.trace.FrameReportFactory;
import org.errorpages.trace.SizeBudget;
import org.jspecify.annotations.Nullable;

/** Creates the part of a report that only developers see. */
record DeveloperReportFactory(ApplicationCode code, HintEngine hints, RuntimeDetails runtime) {

    private static final int MAX_STEP = 2_000;
    private static final int MAX_STEPS = 32_000;
    private static final List<String> UNITS = List.of("days", "hours", "minutes", "seconds");

    DeveloperReport create(Incident incident, Messages messages, ErrorReport publicReport) {
        var request = incident.request();
        var secrets = Redactor.forRequest(request);
        var thrown = incident.failure().cause();
        var chain = thrown == null ? null : CauseChain.of(thrown);
        var causes = chain == null ? List.<CauseReport>of() : new CauseReportBuilder(secrets, code).build(chain);
        var origin = origin(causes);
        var diagnosis = diagnosis(incident.failure(), causes, origin, secrets, new Diagnosis(messages));
        var decision = decision(incident, secrets);
        var details = new RequestReportFactory(secrets, messages).create(request);
        var advice = chain == null
                ? List.<Hint>of()
                : new HintFormatter(hints, secrets.withNewCounts(), messages).hints(chain, causes, request);
        var hops = new HopDetailsFactory(incident.verdict(), request, causes, origin, messages).create();
        var jvm = runtime(request, messages, secrets);
        // Counts of redacted values come last, because they cover all of the above.
        return new DeveloperReport(
                diagnosis, origin, decision, details, causes, advice, hops, null, jvm, secrets.counts(), publicReport);
    }

    private static String diagnosis(
            Failure failure,
            List<CauseReport> causes,
            @Nullable FrameReport origin,
            Redactor redactor,
            Diagnosis diagnosis) {
        if (failure instanceof Failure.Sent sent && causes.isEmpty()) {
            return diagnosis.ofStatus(sent.status(), redactor.redact(SafeThrowable.truncate(sent.message())));
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
        var steps = new ArrayList<String>();
        for (var line : incident.explanation()) {
            var step = SafeText.line(redactor.redact(line), MAX_STEP);
            if (SizeBudget.bytes(step) > budget.left()) {
                break;
            }
            budget.take(SizeBudget.bytes(step));
            steps.add(step);
        }
        return new Decision(verdict.reason(), steps, verdict.proxyError());
    }

    private List<RedactedField> runtime(RequestSnapshot request, Messages messages, Redactor requestRedactor) {
        var details = new LinkedHashMap<String, String>();
        request.details().property(RequestProperty.SERVER).ifPresent(server -> details.put("container", server));
        details.putAll(runtime.details().get());
        details.computeIfPresent(
                RuntimeDetails.UPTIME, (key, uptime) -> humanDuration(Duration.parse(uptime), messages));
        return details.entrySet().stream()
                .map(detail -> requestRedactor.redactFieldValue(
                        messages.get("dev.runtime." + detail.getKey()), detail.getValue(), RedactedField.MAX_NAME))
                .toList();
    }

    /** Returns a duration in its two largest units, such as {@code 2 hours 5 minutes}; a negative one is zero. */
    static String humanDuration(Duration duration, Messages messages) {
        var positive = duration.isNegative() ? Duration.ZERO : duration;
        long[] counts = {positive.toDays(), positive.toHoursPart(), positive.toMinutesPart(), positive.toSecondsPart()};
        int last = UNITS.size() - 1;
        int first =
                IntStream.range(0, last).filter(i -> counts[i] > 0).findFirst().orElse(last);
        return IntStream.rangeClosed(first, Math.min(first + 1, last))
                .filter(i -> i == first || counts[i] > 0)
                .mapToObj(i -> messages.get(
                        "dev.time." + UNITS.get(i) + (counts[i] == 1 ? ".one" : ""), "count", Long.toString(counts[i])))
                .collect(Collectors.joining(" "));
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
