package org.errorpages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.render.Prepared;
import org.errorpages.render.Renderer;
import org.errorpages.render.Rendition;
import org.errorpages.render.Stencil;
import org.errorpages.report.Disclosure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Incident;
import org.errorpages.report.Occasion;
import org.errorpages.report.Wording;
import org.errorpages.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Answers the public: what is said for the second time is kept, and filled in for all incidents of which the same is said.
 *
 * <p>What is kept is bounded by construction: there is one answer for each form, language, status, wait phrase and so on
 * that there are, none of which a client can invent. Nothing that a client has sent is in it.
 */
final class PublicAnswers {

    private final Reports reports;
    private final Renditions renditions;
    private final Set<Variant> told = ConcurrentHashMap.newKeySet();
    private final Map<Variant, Optional<Prepared>> prepared = new ConcurrentHashMap<>();

    PublicAnswers(Reports reports, Renditions renditions) {
        this.reports = reports;
        this.renditions = renditions;
    }

    /**
     * What a public answer depends on, but for the incident itself.
     *
     * @param stencil what its body is made with, which stands for the form
     * @param messages the texts of the language
     * @param wording what is said
     * @param deciding the names of the request headers that decided about the form
     */
    private record Variant(Stencil stencil, Messages messages, Wording wording, List<String> deciding) {

        // By hand, as this is done for each answer: what the compiler makes goes through method handles.

        @Override
        public boolean equals(Object other) {
            return other instanceof Variant that
                    && stencil == that.stencil
                    && messages == that.messages
                    && wording.equals(that.wording)
                    && deciding.equals(that.deciding);
        }

        @Override
        public int hashCode() {
            return (System.identityHashCode(stencil) * 31 + System.identityHashCode(messages)) * 31
                    + wording.hashCode() * 31
                    + deciding.size();
        }
    }

    /** A form, and what is said in it. */
    private record Form(Renderer renderer, Variant variant) {}

    /** Returns the answer to an incident. Never throws. */
    Rendition of(Incident incident) {
        var form = form(incident);
        var known = form == null ? null : prepared.get(form.variant());
        var filled = known == null ? null : filled(known, incident);
        return filled == null ? rendered(incident, known == null ? form : null) : filled;
    }

    /** Returns the form that the client gets, or null if its answer has to be rendered by itself. */
    private @Nullable Form form(Incident incident) {
        var verdict = incident.verdict();
        var request = incident.request();
        try {
            var choice = renditions.choose(request.headers());
            var stencil = choice.offer().stencil(verdict.status());
            if (stencil.isEmpty() || verdict.publicDetail() != null) {
                return null;
            }
            var wording = Wording.of(verdict, request.safe());
            var variant = new Variant(stencil.get(), reports.messages(request), wording, choice.deciding());
            return new Form(choice.offer(), variant);
        } catch (Throwable broken) {
            // It fails again where the answer is rendered, and is told there.
            return null;
        }
    }

    private static @Nullable Rendition filled(Optional<Prepared> known, Incident incident) {
        try {
            return known.isPresent() ? known.get().rendition(incident.verdict(), Occasion.of(incident)) : null;
        } catch (Throwable broken) {
            return null;
        }
    }

    private Rendition rendered(Incident incident, @Nullable Form form) {
        var report = reports.describe(incident, Disclosure.NOTHING);
        if (report == null) {
            return Renditions.lastResort(incident);
        }
        var answer = renditions.of(incident, report);
        // What is told once only is not worth the time, least of all in a process that has just started.
        if (form != null && !told.add(form.variant())) {
            keep(form, report, Occasion.of(incident));
        }
        return answer;
    }

    /** Renders ahead what has just been rendered; an answer that has failed is tried again by the next incident. */
    @SuppressWarnings("UnusedReturnValue")
    private boolean keep(Form form, ErrorReport report, Occasion occasion) {
        var variant = form.variant();
        try {
            var answer = Prepared.of(report, occasion, form.renderer(), variant.stencil(), variant.deciding());
            var stencil = form.renderer().stencil(report.status());
            // A page of the application that has failed in the meantime has left the place to ours.
            if (stencil.isPresent() && stencil.get() == variant.stencil()) {
                prepared.putIfAbsent(variant, answer);
            }
            return true;
        } catch (Throwable broken) {
            return false;
        }
    }
}
