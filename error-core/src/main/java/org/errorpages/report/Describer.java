package org.errorpages.report;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.errorpages.request.RequestDetails.Trait;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.CauseChain;
import org.errorpages.status.Failure;
import org.errorpages.status.Status;
import org.errorpages.status.Suspect;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/** Says what there is to say about a failure, in one language and for one audience. Immutable. */
public final class Describer {

    /** What an application says beyond this is taken for a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final int MAX_TARGET = 2_000;
    private static final int MAX_DIAGNOSIS = 300;

    private final Site site;
    private final ApplicationCode code;
    private final Function<Incident, List<String>> explanation;
    private final Platform platform;
    private final Redactor redactor = Redactor.standard();

    /**
     * Creates a describer that shows no sources and explains no verdicts.
     *
     * @param site who speaks on the public page
     * @param applicationPackages the packages of the application's own code, or none to tell it by where classes lie
     */
    public Describer(Site site, List<String> applicationPackages) {
        this(site, new ApplicationCode(applicationPackages, SnippetSource.none()), incident -> List.of());
    }

    /**
     * Creates a describer that also shows sources and explains verdicts.
     *
     * @param site who speaks on the public page
     * @param code what is known of the application's own code
     * @param explanation tells how the verdict about an incident came about, line by line; asked for developers only
     */
    public Describer(Site site, ApplicationCode code, Function<Incident, List<String>> explanation) {
        this(site, code, explanation, Platform.here());
    }

    private Describer(
            Site site, ApplicationCode code, Function<Incident, List<String>> explanation, Platform platform) {
        this.site = Objects.requireNonNull(site);
        this.code = Objects.requireNonNull(code);
        this.explanation = Objects.requireNonNull(explanation);
        this.platform = Objects.requireNonNull(platform);
    }

    /** Returns a describer that tells of another platform. */
    public Describer on(Platform newPlatform) {
        return new Describer(site, code, explanation, newPlatform);
    }

    /** Returns the report of an incident; without {@link Disclosure#EVERYTHING} it holds nothing of the inside. */
    public ErrorReport describe(Incident incident, Messages messages, Disclosure disclosure) {
        return disclosure == Disclosure.EVERYTHING
                ? describeInside(incident, messages, messages)
                : report(incident, messages, null);
    }

    /**
     * Returns the report of an incident with everything of the inside.
     *
     * @param messages the texts of the language in which the developer is spoken to
     * @param ofTheClient the texts of the language in which the client would be answered
     */
    public ErrorReport describeInside(Incident incident, Messages messages, Messages ofTheClient) {
        return report(incident, messages, forDeveloper(incident, messages, report(incident, ofTheClient, null)));
    }

    private ErrorReport report(Incident incident, Messages messages, @Nullable DeveloperReport developer) {
        var verdict = incident.verdict();
        long seconds = verdict.retry().map(Describer::wholeSeconds).orElse(0L);
        return new ErrorReport(
                verdict.status(),
                incident.id(),
                incident.time(),
                messages,
                site,
                Advice.of(verdict, incident.request(), site, messages),
                Hop.of(verdict, messages),
                seconds,
                verdict.headers(),
                developer);
    }

    /**
     * Returns the report of a failure that has not happened yet, as a gateway in front of this application will see it:
     * without a number and a time, and for a request of which nothing is known.
     */
    public ErrorReport foresee(Status status, Messages messages) {
        return new ErrorReport(
                status,
                null,
                null,
                messages,
                site,
                Advice.foreseen(status, messages),
                Hop.seenByGateway(status, messages),
                0,
                Map.of(),
                null);
    }

    private static long wholeSeconds(Duration wait) {
        return wait.compareTo(LONGEST_WAIT) > 0
                ? LONGEST_WAIT.toSeconds()
                : wait.plusNanos(999_999_999).toSeconds();
    }

    private DeveloperReport forDeveloper(Incident incident, Messages messages, ErrorReport seen) {
        var hiding = redactor.of(incident.request());
        var thrown = incident.failure().cause();
        var causes = thrown == null ? List.<CauseReport>of() : new Causes(hiding, code).of(CauseChain.of(thrown));
        var diagnosis = diagnosis(incident.failure(), causes, hiding);
        var decision = decision(incident, hiding);
        var request = new RequestAccount(hiding, messages).of(incident.request());
        var runtime = runtime(incident.request(), messages, hiding);
        return new DeveloperReport(
                diagnosis,
                origin(causes),
                decision,
                request,
                causes,
                List.of(),
                List.of(),
                null,
                runtime,
                hiding.receipt(),
                seen);
    }

    private Decision decision(Incident incident, Redactor hiding) {
        var verdict = incident.verdict();
        var steps = explanation.apply(incident).stream()
                .map(line -> ForeignText.line(hiding.text(line), MAX_TARGET))
                .toList();
        return new Decision(verdict.because(), steps, verdict.proxyError());
    }

    private List<Field> runtime(RequestFacts request, Messages messages, Redactor hiding) {
        var facts = new LinkedHashMap<String, String>();
        request.details().trait(Trait.SERVER).ifPresent(server -> facts.put("container", server));
        facts.putAll(platform.facts().get());
        return facts.entrySet().stream()
                .map(fact ->
                        hiding.plain(messages.get("dev.runtime." + fact.getKey()), fact.getValue(), Field.MAX_NAME))
                .toList();
    }

    private static String diagnosis(Failure failure, List<CauseReport> causes, Redactor hiding) {
        if (failure instanceof Failure.Sent sent && causes.isEmpty()) {
            var message = hiding.text(Suspect.bounded(sent.message()));
            return ForeignText.line(sent.status() + (message.isEmpty() ? "" : ": " + message), MAX_DIAGNOSIS);
        }
        var root = root(causes);
        var where = origin(causes);
        var message = root.message().isEmpty() ? "" : ": " + root.message();
        var place = where == null ? "" : " in " + where.call() + " (" + where.location() + ")";
        return ForeignText.line(root.simpleName() + place + message, MAX_DIAGNOSIS);
    }

    private static CauseReport root(List<CauseReport> causes) {
        var root = causes.get(0);
        for (var cause : causes) {
            root = cause.relation() == CauseReport.Relation.CAUSE ? cause : root;
        }
        return root;
    }

    /** Returns the frame of the application nearest to the root cause, or null. */
    private static @Nullable FrameReport origin(List<CauseReport> causes) {
        FrameReport nearest = null;
        for (var cause : causes) {
            if (cause.relation() != CauseReport.Relation.SUPPRESSED) {
                nearest = cause.frames().stream()
                        .filter(FrameReport::own)
                        .findFirst()
                        .orElse(nearest);
            }
        }
        return nearest;
    }
}
