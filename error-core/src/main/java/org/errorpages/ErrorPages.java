package org.errorpages;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.errorpages.access.DeveloperAccess;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.Explanation;
import org.errorpages.describe.LocalizedReportFactory;
import org.errorpages.describe.ReportFactory;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.HintProvider;
import org.errorpages.http.MediaType;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.incident.log.IncidentListeners;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.incident.log.LogThrottle;
import org.errorpages.incident.log.StackTraceLogging;
import org.errorpages.incident.store.DeveloperReports;
import org.errorpages.incident.store.IncidentStore;
import org.errorpages.incident.store.IncidentViewer;
import org.errorpages.incident.store.ViewerResponse;
import org.errorpages.render.ErrorResponse;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.ResponseFactory;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Disposition;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into responses: classifies, describes, logs, negotiates and renders.
 *
 * <p>One instance serves all threads of an application. It is immutable, except that it can be {@linkplain #close()
 * closed}. No method but {@link Builder#build()} throws.
 */
public final class ErrorPages {

    private final ErrorPagesConfig config;
    private final ContextualClassifier classifier;
    private final ResponseFactory responses;
    private final IncidentListeners listeners;
    private final Clock clock;
    private final Supplier<IncidentId> ids;

    /** Null in production. */
    private final @Nullable DeveloperReports developerReports;

    /** Null in production, and if no path is set. */
    private final @Nullable IncidentViewer viewer;

    /** Null if the log has every failure in full. */
    private final @Nullable LogThrottle throttle;

    private ErrorPages(Builder builder) {
        this.config = builder.config;
        this.clock = builder.clock;
        this.ids = builder.ids;
        this.classifier = new ContextualClassifier(
                new Classifier(builder.registrations.before(builder.errorMap, config.gateway()), clock),
                config.gateway(),
                config.mode() == Mode.DEVELOPMENT,
                new AtomicBoolean());
        this.throttle = config.logStacks() == StackTraceLogging.ALL ? null : new LogThrottle();
        var factory = new ReportFactory(config.site(), config.applicationCode())
                .withHints(builder.hints())
                .on(builder.platform);
        this.listeners = IncidentListeners.of(new IncidentLog(factory), builder.listeners, throttle);
        var reports = new LocalizedReportFactory(factory, config.supportedLocales(), listeners);
        this.responses = new ResponseFactory(renderers(config, builder.renderers), reports, listeners);
        // Wrong settings fail in production as well.
        var access = DeveloperAccess.parse(config.developers());
        if (config.mode() == Mode.DEVELOPMENT) {
            var path = config.developer().incidentsPath();
            var store = new IncidentStore(path, ErrorPages::characters);
            this.developerReports = new DeveloperReports(access, store, reports, listeners);
            this.viewer = path == null ? null : new IncidentViewer(path, developerReports, responses);
        } else {
            this.developerReports = null;
            this.viewer = null;
        }
    }

    /** Returns the built-in renderers, the default one first, and those of the application, which replace built-in ones. */
    private static List<Renderer> renderers(ErrorPagesConfig config, List<Renderer> custom) {
        var html = HtmlRenderer.of(config.theme(), config.own().pages())
                .linkingTo(config.supportedLocales().tags());
        var builtIn = Stream.of(
                html, new ProblemJsonRenderer(), new ProblemXmlRenderer(), new TextRenderer(), new MarkdownRenderer());
        var byType = new LinkedHashMap<MediaType, Renderer>();
        Stream.concat(builtIn, custom.stream()).forEach(renderer -> byType.put(renderer.mediaType(), renderer));
        return List.copyOf(byType.values());
    }

    /** Returns the approximate size of a report: problem+json contains nearly all of it. */
    static int characters(ErrorReport report) {
        return new ProblemJsonRenderer().render(report).length;
    }

    /** Returns an instance with the given settings. */
    public static ErrorPages of(ErrorPagesConfig config) {
        return builder().config(config).build();
    }

    /** Returns a builder with default values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the settings. */
    public ErrorPagesConfig config() {
        return config;
    }

    /**
     * Returns the response to a failure, after the listeners have been notified.
     *
     * <p>If the negotiated format can't be rendered, the response is plain text with the same status and incident id.
     */
    public ErrorResponse answer(Failure failure, RequestSnapshot request) {
        var incident = assess(failure, request);
        notifyListeners(incident);
        return respond(incident);
    }

    /**
     * Classifies a failure without responding. Callers must then call {@link #notifyListeners} and {@link #respond}, each
     * once.
     */
    public Incident assess(Failure failure, RequestSnapshot request) {
        var incident = classifier.incident(ids.get(), clock.instant(), failure, request);
        return throttle == null ? incident : throttle.admit(incident);
    }

    /**
     * Returns whether the client of a request gets developer pages: in development mode, and only a permitted client. Only
     * these need the {@linkplain RequestSnapshot#withDetails details} of the request.
     */
    public boolean isDeveloper(RequestSnapshot request) {
        return developerReports != null && developerReports.isDeveloper(request);
    }

    /** Returns whether the address of the client is needed: for listeners of the application, and in development mode. */
    public boolean asksForAddresses() {
        return listeners.others() || config.mode() == Mode.DEVELOPMENT;
    }

    /**
     * Returns whether {@link Incident#loggedElsewhere()} matters: to a listener of the application, or to the log if it
     * would write the stack trace.
     */
    public boolean asksWhoLogsStackOf(Incident incident) {
        return listeners.others() || IncidentLog.writesStackOf(incident);
    }

    /** Notifies the listeners of an incident, and stores it in development mode. */
    public void notifyListeners(Incident incident) {
        listeners.onIncident(incident);
        if (developerReports != null) {
            developerReports.add(incident);
        }
    }

    /** Returns the response to an incident; an empty one if the client has disconnected. */
    public ErrorResponse respond(Incident incident) {
        if (incident.verdict().disposition() == Disposition.ABORTED) {
            return ResponseFactory.empty(incident);
        }
        if (developerReports == null || !developerReports.isDeveloper(incident.request())) {
            return responses.forPublic(incident);
        }
        var report = developerReports.reportOf(incident);
        return report == null ? ResponseFactory.lastResort(incident) : responses.of(incident, report);
    }

    /**
     * Returns the response of the incident viewer, at the path of the settings and below.
     *
     * <p>Empty in production, for a client that isn't a developer, for a page of another origin, for methods other than GET
     * and HEAD, and for unknown paths: the request then belongs to the application. Changes nothing.
     */
    public Optional<ViewerResponse> incidents(RequestSnapshot request) {
        return viewer == null ? Optional.empty() : viewer.respond(request);
    }

    /** Notifies the listeners that an error page failed, so that the client gets a simpler one. */
    public void reportRenderFailure(Incident incident, RenderFailure page) {
        listeners.onRenderFailure(incident, page);
    }

    /** Logs a line about the start of the application. */
    public void announce(String line) {
        IncidentLog.announce(line);
    }

    /** Marks the application as stopping: from now on, interrupted requests get 503. */
    public void close() {
        classifier.stopping().set(true);
        if (throttle != null) {
            throttle.close();
        }
    }

    /**
     * Returns how a throwable would be classified: the rules tried for each throwable of the chain, the deciding rule, its
     * runner-up, and the line of an error map that would change the status.
     */
    public Explanation explain(Throwable thrown, RequestSnapshot request) {
        return classifier.explain(Failure.thrown(thrown), request);
    }

    /** Builds an instance. */
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

        /** Sets the settings; {@link ErrorPagesConfig#defaults()} unless called. */
        public Builder config(ErrorPagesConfig newConfig) {
            config = Objects.requireNonNull(newConfig);
            return this;
        }

        /**
         * Sets the error map; unless called, the built-in one, overridden by the error maps of the jars that the context
         * class loader of the thread finds.
         */
        public Builder errorMap(ErrorMap newErrorMap) {
            errorMap = Objects.requireNonNull(newErrorMap);
            return this;
        }

        /**
         * Maps an exception class and its subclasses to a status. Takes precedence over error maps.
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

        /** Maps an exception class and its subclasses to a response that depends on the exception. */
        public <T extends Throwable> Builder map(Class<T> type, Function<? super T, ? extends HttpError> answer) {
            registrations.add(Objects.requireNonNull(type), Objects.requireNonNull(answer));
            return this;
        }

        /** Adds a listener, notified after the log. */
        public Builder listener(IncidentListener listener) {
            listeners.add(Objects.requireNonNull(listener));
            return this;
        }

        /** Adds a renderer. It replaces an earlier one of the same media type. */
        public Builder renderer(Renderer renderer) {
            renderers.add(Objects.requireNonNull(renderer));
            return this;
        }

        /** Adds a hint provider, called before those that are registered as services. */
        public Builder hints(HintProvider provider) {
            hints.add(Objects.requireNonNull(provider));
            return this;
        }

        /** Sets the clock, for tests. */
        public Builder clock(Clock newClock) {
            clock = Objects.requireNonNull(newClock);
            return this;
        }

        /** Sets the source of incident ids, for tests. */
        public Builder incidentIds(Supplier<IncidentId> newIds) {
            ids = Objects.requireNonNull(newIds);
            return this;
        }

        /** Sets the runtime details of developer reports, for tests. */
        public Builder platform(RuntimeDetails newPlatform) {
            platform = newPlatform;
            return this;
        }

        /** Providers are loaded in development mode only: nobody reads hints in production. */
        private HintEngine hints() {
            var book = HintEngine.builtIn().asking(hints);
            return config.mode() == Mode.DEVELOPMENT ? book.askingServices() : book;
        }

        /** Returns the instance. In development mode, logs a warning that names who sees what. */
        public ErrorPages build() {
            var pages = new ErrorPages(this);
            if (config.mode() == Mode.DEVELOPMENT) {
                IncidentLog.warn(config.warning());
            }
            return pages;
        }
    }
}
