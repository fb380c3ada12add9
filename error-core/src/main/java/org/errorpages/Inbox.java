package org.errorpages;

import java.util.List;
import java.util.Optional;
import org.errorpages.media.Negotiator;
import org.errorpages.memory.IncidentMemory;
import org.errorpages.memory.Remembered;
import org.errorpages.render.IncidentListJson;
import org.errorpages.render.IncidentListRenderer;
import org.errorpages.render.IncidentListText;
import org.errorpages.render.Reply;
import org.errorpages.render.ResponseHeaders;
import org.errorpages.render.html.IncidentListPage;
import org.errorpages.report.Disclosure;
import org.errorpages.report.Incident;
import org.errorpages.report.IncidentList;
import org.errorpages.request.RequestFacts;
import org.errorpages.status.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Where a permitted developer looks up what is remembered: the list, one incident, and what users saw of it.
 *
 * <p>To look changes nothing. For everybody else, and for a page of another origin, there is no such place.
 */
final class Inbox {

    private final String path;
    private final IncidentMemory memory;
    private final Reports reports;
    private final ResponseFactory responses;
    private final Negotiator<IncidentListRenderer> lists =
            new Negotiator<>(List.of(IncidentListPage.builtIn(), new IncidentListJson(), new IncidentListText()));

    private Inbox(String path, IncidentMemory memory, Reports reports, ResponseFactory responses) {
        this.path = path;
        this.memory = memory;
        this.reports = reports;
        this.responses = responses;
    }

    /** Returns the place that the settings name, or null where there is none. */
    static @Nullable Inbox of(@Nullable String path, Reports reports, ResponseFactory responses) {
        var memory = reports.memory();
        return path == null || memory == null ? null : new Inbox(path, memory, reports, responses);
    }

    /** Returns what a request gets, as {@link #reply} does, and nothing where that fails. */
    Optional<Reply> answer(RequestFacts request) {
        try {
            return reply(request);
        } catch (Throwable broken) {
            IncidentLog.warn(
                    "failed to show the incidents: " + broken.getClass().getName());
            return Optional.empty();
        }
    }

    /** Returns what a request gets; nothing unless there is something, and its client may see it. */
    private Optional<Reply> reply(RequestFacts request) {
        var asked = InboxPath.of(path, request);
        if (asked == null || !FirstParty.asks(request) || !reports.tellsEverything(request)) {
            return Optional.empty();
        }
        return asked.id() == null
                ? Optional.of(list(request))
                : memory.find(asked.id()).map(known -> reply(known, asked, request));
    }

    private Reply list(RequestFacts request) {
        var choice = lists.choose(request.headers());
        var form = choice.offer();
        var messages = reports.messagesForDeveloper(request);
        var lines = memory.latest().stream().map(Remembered::line).toList();
        var headers = ResponseHeaders.common(form.contentType(), messages, choice.deciding());
        headers.put("Content-Security-Policy", form.policy());
        return new Reply(200, headers, form.render(new IncidentList(messages, lines, IncidentMemory.MOST_INCIDENTS)));
    }

    private Reply reply(Remembered known, InboxPath asked, RequestFacts request) {
        if (!asked.ofThePublic()) {
            return LookedUp.page(responses.of(seenBy(asked.asking(request), known), known.report()));
        }
        var user = asked.asking(known.request().withHeader("Accept", String.join(",", accept(request))));
        var incident = seenBy(user, known);
        return Optional.ofNullable(reports.describe(incident, Disclosure.NOTHING))
                .map(report -> LookedUp.preview(responses.of(incident, report)))
                .orElseGet(() -> LookedUp.preview(ResponseFactory.lastResort(incident)));
    }

    private static List<String> accept(RequestFacts request) {
        return request.headers().lines("Accept");
    }

    private static Incident seenBy(RequestFacts reader, Remembered known) {
        var failure = Failure.sent(known.verdict().status().code(), "");
        return Incident.of(known.id(), known.time(), failure, known.verdict(), reader);
    }
}
