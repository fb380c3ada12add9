package org.errorpages.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.errorpages.hint.HintBook;
import org.errorpages.report.source.SnippetSource;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.CauseChain;
import org.errorpages.status.Status;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/** Says what there is to say about a failure, in one language and for one audience. Immutable. */
public final class Describer {

    /** What an application says beyond this is taken for a mistake. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final int MAX_HEADERS = 100;
    private static final int MAX_VALUE = 2_000;
    private static final int MAX_TARGET = 2_000;

    private final Site site;
    private final ApplicationCode code;
    private final Function<Incident, List<String>> explanation;
    private final HintBook hints;
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
        this(site, code, explanation, HintBook.builtIn());
    }

    private Describer(Site site, ApplicationCode code, Function<Incident, List<String>> explanation, HintBook hints) {
        this.site = Objects.requireNonNull(site);
        this.code = Objects.requireNonNull(code);
        this.explanation = Objects.requireNonNull(explanation);
        this.hints = Objects.requireNonNull(hints);
    }

    /** Returns a describer that takes its hints from the book; asked for developers only. */
    public Describer withHints(HintBook newHints) {
        return new Describer(site, code, explanation, newHints);
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
        var thrown = incident.failure().cause();
        var chain = thrown == null ? null : CauseChain.of(thrown);
        var causes = chain == null ? List.<CauseReport>of() : new Causes(redactor, code).of(chain);
        var origin = origin(causes);
        return new DeveloperReport(
                new Diagnosis(messages, redactor).of(incident.failure(), causes, origin),
                origin,
                decision(incident),
                request(incident.request()),
                causes,
                chain == null ? List.of() : new Hints(hints, redactor, messages).of(chain, causes, incident.request()),
                new WayEvidence(incident.verdict(), incident.request(), causes, origin, messages).all(),
                null,
                List.of(),
                List.of(),
                seen);
    }

    private Decision decision(Incident incident) {
        var verdict = incident.verdict();
        var steps = explanation.apply(incident).stream()
                .map(line -> ForeignText.line(line, MAX_TARGET))
                .toList();
        return new Decision(verdict.because(), steps, verdict.proxyError());
    }

    private RequestReport request(RequestFacts request) {
        var handler = request.handler() == null ? null : ForeignText.line(request.handler(), Field.MAX_NAME);
        return new RequestReport(requestLine(request), handler, headers(request), List.of());
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

    private String requestLine(RequestFacts request) {
        var query = request.query() == null ? "" : "?" + redactor.query(request.query());
        return ForeignText.line(request.method() + " " + redactor.text(request.path()) + query, MAX_TARGET);
    }

    private List<Field> headers(RequestFacts request) {
        var fields = new ArrayList<Field>();
        request.headers().all().forEach((name, lines) -> {
            for (var line : lines) {
                if (fields.size() < MAX_HEADERS) {
                    fields.add(redactor.field(name, line, MAX_VALUE));
                }
            }
        });
        return fields;
    }
}
