package org.errorpages.describe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * Says what only a developer is told of a failure.
 *
 * @param code what is known of the application's own code
 * @param hints what can be done about well-known failures
 * @param platform what the application runs on
 * @param redactor what hides secrets, made when a developer is first told something
 */
record DeveloperReportFactory(
        ApplicationCode code, HintEngine hints, RuntimeDetails platform, Lazy<Redactor> redactor) {

    private static final int MAX_STEP = 2_000;
    private static final int MAX_STEPS = 32_000;

    DeveloperReportFactory {
        Objects.requireNonNull(code);
        Objects.requireNonNull(hints);
        Objects.requireNonNull(platform);
        Objects.requireNonNull(redactor);
    }

    DeveloperReportFactory with(HintEngine newHints) {
        return new DeveloperReportFactory(code, newHints, platform, redactor);
    }

    DeveloperReportFactory on(RuntimeDetails newPlatform) {
        return new DeveloperReportFactory(code, hints, newPlatform, redactor);
    }

    /** The receipt comes last: it counts what was hidden before. */
    DeveloperReport describe(Incident incident, Messages messages, ErrorReport seen) {
        var facts = incident.request();
        var hiding = redactor.get().of(facts);
        var thrown = incident.failure().cause();
        var chain = thrown == null ? null : CauseChain.of(thrown);
        var causes = chain == null ? List.<CauseReport>of() : new CauseReportBuilder(hiding, code).of(chain);
        var origin = origin(causes);
        var diagnosis = diagnosis(incident.failure(), causes, origin, hiding, new Diagnosis(messages));
        var decision = decision(incident, hiding);
        var request = new RequestReportFactory(hiding, messages).of(facts);
        var told = chain == null
                ? List.<Hint>of()
                : new HintFormatter(hints, hiding.apart(), messages).of(chain, causes, facts);
        var evidence = new HopDetailsFactory(incident.verdict(), facts, causes, origin, messages).all();
        var runtime = runtime(facts, messages, hiding);
        return new DeveloperReport(
                diagnosis, origin, decision, request, causes, told, evidence, null, runtime, hiding.receipt(), seen);
    }

    private static String diagnosis(
            Failure failure,
            List<CauseReport> causes,
            @Nullable FrameReport origin,
            Redactor hiding,
            Diagnosis diagnosis) {
        if (failure instanceof Failure.Sent sent && causes.isEmpty()) {
            return diagnosis.of(sent.status(), hiding.text(SafeThrowable.bounded(sent.message())));
        }
        var root = CauseReport.root(causes);
        return diagnosis.of(root.className(), root.message(), origin);
    }

    /** Returns the sentence about a throwable for who is going to read its stack beside it: nothing is hidden. */
    String diagnosis(Throwable thrown, Messages messages) {
        var chain = CauseChain.of(thrown);
        var root = chain.innermostCause();
        return new Diagnosis(messages)
                .of(root.className(), root.message(), new FrameReportFactory(code).nearestToRoot(chain));
    }

    private Decision decision(Incident incident, Redactor hiding) {
        var verdict = incident.verdict();
        var room = new SizeBudget(MAX_STEPS);
        var steps = incident.explanation().stream()
                .map(line -> SafeText.line(hiding.text(line), MAX_STEP))
                .takeWhile(line -> room.takes(SizeBudget.bytes(line)))
                .toList();
        return new Decision(verdict.reason(), steps, verdict.proxyError());
    }

    private List<RedactedField> runtime(RequestSnapshot request, Messages messages, Redactor hiding) {
        var facts = new LinkedHashMap<String, String>();
        request.details().trait(Trait.SERVER).ifPresent(server -> facts.put("container", server));
        facts.putAll(platform.facts().get());
        return facts.entrySet().stream()
                .map(fact -> hiding.plain(
                        messages.get("dev.runtime." + fact.getKey()), inWords(fact, messages), RedactedField.MAX_NAME))
                .toList();
    }

    private static String inWords(Map.Entry<String, String> fact, Messages messages) {
        return fact.getKey().equals(RuntimeDetails.UPTIME)
                ? new HumanDuration(Duration.parse(fact.getValue())).text(messages)
                : fact.getValue();
    }

    /** Returns the frame of the application nearest to the root cause, or null. */
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
