package org.errorpages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Explanation;
import org.errorpages.describe.ReportFactory;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.HintProvider;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.incident.log.IncidentListeners;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.incident.log.LogThrottle;
import org.errorpages.incident.log.StackTraceLogging;
import org.errorpages.incident.store.IncidentViewer;
import org.errorpages.incident.store.ViewerResponse;
import org.errorpages.render.ErrorResponse;
import org.errorpages.render.Renderer;
import org.errorpages.render.ResponseFactory;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/**
 * Answers failures: classify, describe, tell, negotiate, render.
 *
 * <p>One instance serves all threads of an application. Nothing of it changes, but that the application may be
 * {@linkplain #close() stopping}.
 */
public final class ErrorPages {

    private final ErrorPagesConfig config;
    private final ContextualClassifier verdicts;
    private final Reports reports;
    private final ResponseFactory responses;
    private final @Nullable IncidentViewer viewer;
    private final IncidentListeners listeners;
    private final Clock clock;
    private final Supplier<IncidentId> ids;

    /** Null if the log is to have every failure. */
    private final @Nullable LogThrottle throttle;

    private ErrorPages(Builder builder) {
        this.config = builder.config;
        this.verdicts = new ContextualClassifier(
                new Classifier(builder.registrations.before(builder.errorMap, config.gateway()), builder.clock),
                config.gateway(),
                config.mode() == Mode.DEVELOPMENT,
                new AtomicBoolean());
        this.throttle = config.logStacks() == StackTraceLogging.ALL ? null : new LogThrottle();
        var describer = new ReportFactory(config.site(), config.applicationCode())
                .withHints(builder.hints())
                .on(builder.platform);
        this.listeners = IncidentListeners.of(new IncidentLog(describer), builder.listeners, throttle);
        this.reports = new Reports(config, describer, listeners);
        var forms = RendererRegistry.of(config, builder.renderers);
        this.responses = new ResponseFactory(forms, reports, listeners);
        this.viewer = IncidentViewer.of(config.developer().incidentsPath(), reports, responses);
        this.clock = builder.clock;
        this.ids = builder.ids;
    }

    /** Returns what answers as the settings say. */
    public static ErrorPages of(ErrorPagesConfig config) {
        return builder().config(config).build();
    }

    /** Returns a builder with the default of everything. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the settings. */
    public ErrorPagesConfig config() {
        return config;
    }

    /**
     * Returns the answer to a failure, and tells the listeners of it.
     *
     * <p>Never throws. Where a form cannot be rendered the answer is text, with the same status and incident id.
     */
    public ErrorResponse answer(Failure failure, RequestSnapshot request) {
        var incident = assess(failure, request);
        notifyListeners(incident);
        return respond(incident);
    }

    /**
     * Returns what a failure is, for who has to know before it is answered: by {@link #notifyListeners} and {@link #respond}, each
     * once. Never throws.
     */
    public Incident assess(Failure failure, RequestSnapshot request) {
        var incident = verdicts.incident(ids.get(), clock.instant(), failure, request);
        return throttle == null ? incident : throttle.admit(incident);
    }

    /**
     * Returns whether the answer to a failure of a request tells everything, so that it is worth while to find out
     * {@linkplain RequestSnapshot#withDetails details} of it: in development mode and for a permitted client only.
     */
    public boolean isDeveloper(RequestSnapshot request) {
        return reports.isDeveloper(request);
    }

    /**
     * Returns whether anybody asks for the address of a client, so that it is worth while to find out: a listener of the
     * application, or who decides in development mode whether the client is a developer's.
     */
    public boolean asksForAddresses() {
        return listeners.others() || config.mode() == Mode.DEVELOPMENT;
    }

    /**
     * Returns whether anybody asks if an incident {@linkplain Incident#loggedElsewhere is passed on}, so that it is worth while
     * to find out: a listener of the application, or the log where it is about to write the stack.
     */
    public boolean asksWhoLogsStackOf(Incident incident) {
        return listeners.others() || IncidentLog.writesStackOf(incident);
    }

    /** Tells the listeners of an incident, and remembers it in development mode. Never throws. */
    public void notifyListeners(Incident incident) {
        listeners.onIncident(incident);
        reports.remember(incident);
    }

    /** Returns the answer to an incident. Never throws. */
    public ErrorResponse respond(Incident incident) {
        if (incident.verdict().disposition() == Disposition.ABORTED) {
            return ResponseFactory.empty(incident);
        }
        if (!reports.isDeveloper(incident.request())) {
            return responses.forPublic(incident);
        }
        var report = reports.forDeveloper(incident);
        return report == null ? ResponseFactory.lastResort(incident) : responses.of(incident, report);
    }

    /**
     * Returns what a developer finds who looks incidents up, at the path of the settings and below.
     *
     * <p>Empty in production, for a client that may not see the inside, for a page of another origin, for methods other
     * than GET and HEAD, and for what is not there: the request is then the application's. Changes nothing, never throws.
     */
    public Optional<ViewerResponse> incidents(RequestSnapshot request) {
        return viewer == null ? Optional.empty() : viewer.respond(request);
    }

    /**
     * Tells the listeners that the page which was to show an incident failed, so that the client gets a simpler one.
     * Never throws.
     */
    public void reportRenderFailure(Incident incident, RenderFailure page) {
        listeners.onRenderFailure(incident, page);
    }

    /** Writes into the log, once and at the start, what somebody who runs the application should know. */
    public void announce(String what) {
        IncidentLog.announce(what);
    }

    /**
     * Tells that the application is being stopped: what is interrupted from now on is no bug, but a service that goes
     * away: 503.
     */
    public void close() {
        verdicts.stopping().set(true);
        if (throttle != null) {
            throttle.close();
        }
    }

    /**
     * Returns how the answer to a throwable would come about: what is asked of each throwable of the chain, the rule that
     * decides, the closest one that loses, and the line to write for another status.
     */
    public Explanation explain(Throwable thrown, RequestSnapshot request) {
        return verdicts.explain(Failure.thrown(thrown), request);
    }

    /** Puts together what answers. */
    public static final class Builder {

        private ErrorPagesConfig config = ErrorPagesConfig.defaults();
        private @Nullable ErrorMap errorMap;
        private final RegisteredMappers registrations = new RegisteredMappers();
        private final List<IncidentListener> listeners = new ArrayList<>();
        private final List<Renderer> renderers = new ArrayList<>();
        private final List<HintProvider> hints = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private Supplier<IncidentId> ids = IncidentId::random;
        private RuntimeDetails platform = RuntimeDetails.here();

        private Builder() {}

        /** Sets the settings; without them those of {@link ErrorPagesConfig#defaults()} hold. */
        public Builder config(ErrorPagesConfig newConfig) {
            config = Objects.requireNonNull(newConfig);
            return this;
        }

        /**
         * Sets the error map; without it the built-in one holds, overruled by those of the jars that the context class
         * loader of the thread sees.
         */
        public Builder errorMap(ErrorMap newErrorMap) {
            errorMap = Objects.requireNonNull(newErrorMap);
            return this;
        }

        /**
         * Gives an exception class and its subclasses a status, before every error map.
         *
         * @throws IllegalArgumentException if the status is not 400–599
         */
        public <T extends Throwable> Builder map(Class<T> type, int status) {
            var answer = HttpError.of(status);
            if (HttpError.needsHeader(status)) {
                IncidentLog.warn(type.getName() + " = " + status + " needs a header; give a function that names it");
            }
            return map(type, thrown -> answer);
        }

        /** Gives an exception class and its subclasses an answer that depends on the exception. */
        public <T extends Throwable> Builder map(Class<T> type, Function<? super T, ? extends HttpError> answer) {
            registrations.add(Objects.requireNonNull(type), Objects.requireNonNull(answer));
            return this;
        }

        /** Adds a listener, to be told after the log. */
        public Builder listener(IncidentListener listener) {
            listeners.add(Objects.requireNonNull(listener));
            return this;
        }

        /** Adds a form, in place of an earlier one of the same media type if there is one. */
        public Builder renderer(Renderer renderer) {
            renderers.add(Objects.requireNonNull(renderer));
            return this;
        }

        /** Adds what gives developers hints, to be asked before those that the class path offers as services. */
        public Builder hints(HintProvider provider) {
            hints.add(Objects.requireNonNull(provider));
            return this;
        }

        /** Sets the clock, for tests. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock);
            return this;
        }

        /** Sets where incident ids come from, for tests. */
        public Builder incidentIds(Supplier<IncidentId> newIds) {
            ids = Objects.requireNonNull(newIds);
            return this;
        }

        /** Sets what a developer is told that the application runs on, for tests. */
        public Builder platform(RuntimeDetails newPlatform) {
            platform = newPlatform;
            return this;
        }

        /** Where nobody may read hints no service is looked for. */
        private HintEngine hints() {
            var book = HintEngine.builtIn().asking(hints);
            return config.mode() == Mode.DEVELOPMENT ? book.askingServices() : book;
        }

        /** Returns what answers; in development mode the log says, loudly, who is shown what. */
        public ErrorPages build() {
            var pages = new ErrorPages(this);
            if (config.mode() == Mode.DEVELOPMENT) {
                IncidentLog.warn(config.warning());
            }
            return pages;
        }
    }
}
