package org.errorpages.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.errorpages.hint.HintBook;
import org.errorpages.report.source.SnippetSource;
import org.errorpages.resource.Deferred;
import org.errorpages.status.Status;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/** Says what there is to say about a failure, in one language and for one audience. Immutable. */
public final class Describer {

    private final Site site;
    private final InsideDescriber inside;

    /**
     * Creates a describer that shows no sources.
     *
     * @param site who speaks on the public page
     * @param applicationPackages the packages of the application's own code, or none to tell it by where classes lie
     */
    public Describer(Site site, List<String> applicationPackages) {
        this(site, new ApplicationCode(applicationPackages, SnippetSource.none()));
    }

    /**
     * Creates a describer that also shows sources.
     *
     * @param site who speaks on the public page
     * @param code what is known of the application's own code
     */
    public Describer(Site site, ApplicationCode code) {
        this(site, new InsideDescriber(code, HintBook.builtIn(), Platform.here(), Deferred.of(Redactor::standard)));
    }

    private Describer(Site site, InsideDescriber inside) {
        this.site = Objects.requireNonNull(site);
        this.inside = inside;
    }

    /** Returns a describer that takes its hints from the book; asked for developers only. */
    public Describer withHints(HintBook hints) {
        return new Describer(site, inside.with(hints));
    }

    /** Returns a describer that tells of another platform. */
    public Describer on(Platform platform) {
        return new Describer(site, inside.on(platform));
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
        var seen = report(incident, ofTheClient, null);
        return report(incident, messages, inside.describe(incident, messages, seen));
    }

    /**
     * Returns the one sentence about a throwable with which a developer's report begins, for a log that has the stack as
     * well: nothing is hidden, and what is told of code is only what the throwable has.
     */
    public String diagnosis(Throwable thrown, Messages messages) {
        return inside.diagnosis(thrown, messages);
    }

    private ErrorReport report(Incident incident, Messages messages, @Nullable DeveloperReport developer) {
        var verdict = incident.verdict();
        var wording = Wording.of(verdict, incident.request().safe());
        return new ErrorReport(
                verdict.status(),
                incident.id(),
                incident.time(),
                messages,
                site,
                Advice.of(wording, verdict.publicDetail(), site, messages),
                Hop.of(verdict, messages),
                Occasion.of(incident).retryAfterSeconds(),
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
}
