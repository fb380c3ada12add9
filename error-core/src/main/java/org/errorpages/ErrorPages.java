package org.errorpages;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.errorpages.access.DeveloperAccess;
import org.errorpages.classify.Classifier;
import org.errorpages.classify.ErrorMap;
import org.errorpages.classify.ErrorMapper;
import org.errorpages.classify.Explanation;
import org.errorpages.describe.LocalizedReportFactory;
import org.errorpages.describe.ReportFactory;
import org.errorpages.describe.RuntimeDetails;
import org.errorpages.hint.HintEngine;
import org.errorpages.hint.HintProvider;
import org.errorpages.http.DeveloperRequestDetails;
import org.errorpages.http.MediaType;
import org.errorpages.http.RequestSnapshot;
import org.errorpages.incident.Incident;
import org.errorpages.incident.IncidentId;
import org.errorpages.incident.IncidentListener;
import org.errorpages.incident.RenderFailure;
import org.errorpages.incident.log.IncidentLog;
import org.errorpages.incident.log.LogThrottle;
import org.errorpages.incident.log.StackTraceLogging;
import org.errorpages.incident.store.DeveloperReports;
import org.errorpages.incident.store.IncidentStore;
import org.errorpages.incident.store.IncidentViewer;
import org.errorpages.incident.store.IncidentViewer.ViewerResponse;
import org.errorpages.render.ErrorResponse;
import org.errorpages.render.MarkdownRenderer;
import org.errorpages.render.ProblemJsonRenderer;
import org.errorpages.render.ProblemXmlRenderer;
import org.errorpages.render.Renderer;
import org.errorpages.render.ResponseFactory;
import org.errorpages.render.TextRenderer;
import org.errorpages.render.html.HtmlRenderer;
import org.errorpages.status.Failure;
import org.errorpages.status.HttpError;
import org.errorpages.status.Verdict;
import org.errorpages.status.Verdict.Disposition;
import org.errorpages.status.Verdict.Reason;
import org.errorpages.throwable.SafeThrowable;
import org.jspecify.annotations.Nullable;

/**
 * Turns failures into responses: classifies, describes, logs, negotiates and renders.
 *
 * <p>One instance serves all threads of an application. It is immutable, except that it can be {@linkplain #close()
 * closed}. No method but {@link Builder#build()} throws.
 */
public final class ErrorPages {

    /** Waits up to this length are estimates, which are spread; longer ones are known ends. */
    private static final Duration MAX_ESTIMATED_WAIT = Duration.ofMinutes(1);

    private final ErrorPagesConfig config;
    private final UpstreamFailureSettings upstream;
    private final Classifier classifier;
    private final ResponseFactory responses;
    private final IncidentListener listeners;
    private final Clock clock;
    private final Supplier<IncidentId> ids;
    private final AtomicBoolean stopping = new AtomicBoolean();

    /** Null in production. */
    private final @Nullable DeveloperReports developerReports;

    /** Null in production, and if no path is set. */
    private final @Nullable IncidentViewer viewer;

    /** Null if the log has every failure in full. */
    private final @Nullable LogThrottle throttle;

    private ErrorPages(Builder builder) {
        this.config = builder.config;
        this.upstream = config.upstream();
        this.clock = builder.clock;
        this.ids = builder.ids;
        this.classifier = new Classifier(builder.errorMap(), clock);
        this.throttle = config.logStacks() == StackTraceLogging.ALL ? null : new LogThrottle();
        var code = config.developer().applicationCode();
        var factory = new ReportFactory(config.site(), code, builder.hintEngine(), builder.runtimeDetails);
        this.listeners = new Listeners(
                Stream.of(Stream.of(new IncidentLog(code)), builder.listeners.stream(), Stream.ofNullable(throttle))
                        .<IncidentListener>flatMap(listener -> listener)
                        .toList());
        var reports = new LocalizedReportFactory(factory, config.supportedLocales(), listeners);
        this.responses = new ResponseFactory(renderers(config, builder.renderers), reports);
        if (config.mode() == Mode.DEVELOPMENT) {
            var path = config.developer().incidentsPath();
            var access = DeveloperAccess.parse(config.developers());
            this.developerReports = new DeveloperReports(access, new IncidentStore(path), reports, listeners);
            this.viewer = path == null ? null : new IncidentViewer(path, developerReports, responses);
        } else {
            this.developerReports = null;
            this.viewer = null;
        }
    }

    /** Returns the built-in renderers, the default one first, and those of the application, which replace built-in ones. */
    private static List<Renderer> renderers(ErrorPagesConfig config, List<Renderer> custom) {
        var html = HtmlRenderer.of(config.theme(), config.customResources().pages())
                .linkingTo(config.supportedLocales().tags());
        var builtIn = Stream.of(
                html, new ProblemJsonRenderer(), new ProblemXmlRenderer(), new TextRenderer(), new MarkdownRenderer());
        var byType = new LinkedHashMap<MediaType, Renderer>();
        Stream.concat(builtIn, custom.stream()).forEach(renderer -> byType.put(renderer.mediaType(), renderer));
        return List.copyOf(byType.values());
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

    /** Reports a failure and returns the response to it. */
    public ErrorResponse answer(Failure failure, RequestSnapshot request) {
        return respond(report(failure, request));
    }

    /** Reports a failure whose stack trace nobody else logs. */
    public Incident report(Failure failure, RequestSnapshot request) {
        return report(failure, request, incident -> false);
    }

    /**
     * Classifies a failure, notifies the listeners and, in development mode, stores the incident.
     *
     * <p>Call {@link #respond} with the result at most once. The details of the request are read during this call, and only
     * if its client is a developer.
     *
     * @param loggedElsewhere returns whether the container logs the stack trace of the incident; called once, before the
     *     listeners are notified
     */
    public Incident report(Failure failure, RequestSnapshot request, Predicate<Incident> loggedElsewhere) {
        var classified = incident(failure, withDetailsForDevelopers(request));
        var admitted = throttle == null ? classified : throttle.admit(classified);
        boolean isLogged = Boolean.TRUE.equals(SafeThrowable.getOrNull(() -> loggedElsewhere.test(admitted)));
        var incident = isLogged ? admitted.asLoggedElsewhere() : admitted;
        listeners.onIncident(incident);
        if (developerReports != null) {
            developerReports.add(incident);
        }
        return incident;
    }

    /** Returns the verdict on a failure without reporting it. */
    public Verdict classify(Failure failure, RequestSnapshot request) {
        try {
            return completed(classifier.classify(failure, context(request)));
        } catch (Throwable broken) {
            return Verdict.internalServerError(Reason.classifierFailed(broken));
        }
    }

    private Incident incident(Failure failure, RequestSnapshot request) {
        var id = ids.get();
        var time = clock.instant();
        if (developerReports == null) {
            return Incident.of(id, time, failure, classify(failure, request), request);
        }
        try {
            var explanation = classifier.explain(failure, context(request));
            return Incident.of(id, time, failure, completed(explanation.verdict()), request)
                    .withExplanation(explanation.lines());
        } catch (Throwable broken) {
            return Incident.of(id, time, failure, classify(failure, request), request);
        }
    }

    /** Reads the details while the request is alive, or drops them: incidents are stored. */
    private RequestSnapshot withDetailsForDevelopers(RequestSnapshot request) {
        if (developerReports == null) {
            return request;
        }
        boolean areRead = developerReports.isDeveloper(request) && SafeThrowable.getOrNull(request::details) != null;
        return areRead ? request : request.withDetails(() -> DeveloperRequestDetails.NONE);
    }

    private Classifier.Context context(RequestSnapshot request) {
        return new Classifier.Context(upstream.isGateway(request), request.mayStoreContent(), stopping.get());
    }

    /** Returns a verdict with Proxy-Status, and with a wait that differs between clients. */
    private Verdict completed(Verdict verdict) {
        var wait = verdict.retryAfter();
        return upstream.withProxyStatus(wait == null ? verdict : verdict.withRetryAfter(spread(wait)));
    }

    /** Adds up to half of an estimated wait, so that not all clients retry at the same moment. */
    private static Duration spread(Duration wait) {
        return wait.compareTo(MAX_ESTIMATED_WAIT) > 0
                ? wait
                : wait.plusSeconds(ThreadLocalRandom.current().nextLong(wait.toSeconds() / 2 + 1));
    }

    /** Returns the response to an incident; an empty one if the client has disconnected. */
    public ErrorResponse respond(Incident incident) {
        if (incident.verdict().disposition() == Disposition.ABORTED) {
            return ResponseFactory.empty(incident);
        }
        if (developerReports == null || !developerReports.isDeveloper(incident.request())) {
            return responses.renderPublic(incident);
        }
        var report = developerReports.reportOf(incident);
        return report == null ? ResponseFactory.lastResort(incident) : responses.render(incident, report);
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

    /** Marks the application as stopping: from now on, interrupted requests get 503. */
    public void close() {
        stopping.set(true);
        if (throttle != null) {
            throttle.close();
        }
    }

    /**
     * Returns how a throwable would be classified: the rules tried for each throwable of the chain, the deciding rule, its
     * runner-up, and the line of an error map that would change the status.
     */
    public Explanation explain(Throwable thrown, RequestSnapshot request) {
        return classifier.explain(Failure.thrown(thrown), context(request));
    }

    /** Calls several listeners in order. A listener that throws affects neither the others nor the response. */
    private record Listeners(List<IncidentListener> all) implements IncidentListener {

        @Override
        public void onIncident(Incident incident) {
            callEach(listener -> listener.onIncident(incident));
        }

        @Override
        public void onRenderFailure(Incident incident, RenderFailure failure) {
            callEach(listener -> listener.onRenderFailure(incident, failure));
        }

        private void callEach(Consumer<IncidentListener> call) {
            for (var listener : all) {
                try {
                    call.accept(listener);
                } catch (Throwable dropped) {
                    // The other listeners and the client matter more.
                }
            }
        }
    }

    /** Builds an instance. */
    public static final class Builder {

        private ErrorPagesConfig config = ErrorPagesConfig.defaults();
        private @Nullable ErrorMap errorMap;
        private final Map<Class<? extends Throwable>, ErrorMapper> mappers = new HashMap<>();
        private final List<IncidentListener> listeners = new ArrayList<>();
        private final List<Renderer> renderers = new ArrayList<>();
        private final List<HintProvider> hints = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private Supplier<IncidentId> ids = IncidentId::random;
        private RuntimeDetails runtimeDetails = RuntimeDetails.here();

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
            var error = HttpError.of(status);
            if (HttpError.needsHeader(status)) {
                IncidentLog.warn(type.getName() + " = " + status
                        + " needs a header field; map the class to a function that returns it");
            }
            return map(type, thrown -> error);
        }

        /**
         * Maps an exception class and its subclasses to a response that depends on the exception. If several mapped
         * classes match, the most specific one counts.
         */
        public <T extends Throwable> Builder map(Class<T> type, Function<? super T, ? extends HttpError> error) {
            Objects.requireNonNull(error);
            mappers.put(Objects.requireNonNull(type), ErrorMapper.of(type, error));
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
        public Builder runtimeDetails(RuntimeDetails newRuntimeDetails) {
            runtimeDetails = newRuntimeDetails;
            return this;
        }

        /** Returns the engine of the built-in rules and the providers; production needs no services, as nobody reads hints. */
        private HintEngine hintEngine() {
            var all = new ArrayList<>(hints);
            if (config.mode() == Mode.DEVELOPMENT) {
                ServiceLoader.load(HintProvider.class).forEach(all::add);
            }
            return new HintEngine(all);
        }

        /** Returns the error map, preceded by the mappers of the application and those that are registered as services. */
        private ErrorMap errorMap() {
            var loader = Objects.requireNonNullElseGet(
                    Thread.currentThread().getContextClassLoader(), ErrorPages.class::getClassLoader);
            var map = errorMap == null ? ErrorMap.builtIn().withLibraries(loader) : errorMap;
            map.rulesThatNeedHeaders()
                    .forEach(rule -> IncidentLog.warn(rule + " needs a header field that a rule can't set"));
            var all = new ArrayList<ErrorMapper>();
            if (!mappers.isEmpty()) {
                all.add(mostSpecific(Map.copyOf(mappers)));
            }
            ServiceLoader.load(ErrorMapper.class).forEach(all::add);
            return map.withMode(config.upstream().mode()).withMappers(all);
        }

        /** Returns a mapper that calls the mapper of the most specific class. */
        private static ErrorMapper mostSpecific(Map<Class<? extends Throwable>, ErrorMapper> mappers) {
            return thrown -> mappers.entrySet().stream()
                    .filter(entry -> entry.getKey().isInstance(thrown))
                    .reduce((nearest, next) -> nearest.getKey().isAssignableFrom(next.getKey()) ? next : nearest)
                    .flatMap(entry -> entry.getValue().map(thrown));
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
