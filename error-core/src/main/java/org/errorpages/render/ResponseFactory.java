package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.errorpages.describe.LocalizedReportFactory;
import org.errorpages.http.ContentNegotiator;
import org.errorpages.i18n.SupportedLocales;
import org.errorpages.incident.Incident;
import org.errorpages.incident.RenderFailure;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.UserMessage;
import org.jspecify.annotations.Nullable;

/**
 * Renders responses in the negotiated format.
 *
 * <p>If rendering fails, it uses the fallback of the renderer, then text, then constant bytes.
 */
public final class ResponseFactory {

    private static final byte[] LAST_RESORT = "The request failed.\n".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, String> MINIMAL_HEADERS =
            Map.of("Content-Type", "text/plain;charset=utf-8", "Cache-Control", "no-store");
    private static final List<String> ACCEPT = List.of("Accept");

    private final ContentNegotiator<Renderer> negotiator;
    private final Renderer text = new TextRenderer();
    private final ResponseCache cache = new ResponseCache();
    private final LocalizedReportFactory reports;
    private final SupportedLocales locales;

    public ResponseFactory(List<Renderer> renderers, LocalizedReportFactory reports) {
        this.negotiator = new ContentNegotiator<>(renderers);
        this.reports = reports;
        this.locales = reports.locales();
    }

    /** Returns the public response to an incident, filled in from the cache where possible. Never throws. */
    public ErrorResponse renderPublic(Incident incident) {
        var fields = new ResponseCache.IncidentFields(incident.id(), incident.time(), incident.retryAfterSeconds());
        ResponseCache.@Nullable Variant variant = null;
        try {
            variant = variant(incident);
            var cached = variant == null ? null : cache.find(variant, incident.verdict(), fields);
            if (cached != null) {
                return cached;
            }
        } catch (Throwable broken) {
            // Rendering meets the same failure, and reports it.
        }
        var report = reports.publicReport(incident);
        if (report == null) {
            return lastResort(incident);
        }
        var response = render(incident, report);
        if (variant != null) {
            cache.add(variant, report, fields);
        }
        return response;
    }

    /** Returns the variant of the public response to an incident, or null if the response can't be cached. */
    private ResponseCache.@Nullable Variant variant(Incident incident) {
        var verdict = incident.verdict();
        var request = incident.request();
        var choice = choose(incident);
        return verdict.publicDetail() == null && choice.representation().isCacheable(verdict.status())
                ? new ResponseCache.Variant(
                        choice.representation(),
                        locales.messagesFor(request),
                        UserMessage.Key.of(verdict, request.isSafe()),
                        choice.varyHeaders())
                : null;
    }

    /** Returns the response that renders a report. Never throws. */
    public ErrorResponse render(Incident incident, ErrorReport report) {
        ContentNegotiator.Choice<Renderer> choice;
        try {
            choice = choose(incident);
        } catch (Throwable broken) {
            reports.listeners().onRenderFailure(incident, RenderFailure.of("negotiated", broken));
            choice = new ContentNegotiator.Choice<>(text, ACCEPT);
        }
        var renderer = choice.representation();
        var response = tryRendering(incident, report, renderer, choice.varyHeaders());
        var fallback = response == null ? renderer.fallback().orElse(null) : null;
        if (fallback != null) {
            response = tryRendering(incident, report, fallback, choice.varyHeaders());
        }
        if (response == null && renderer != text) {
            response = tryRendering(incident, report, text, ACCEPT);
        }
        return response == null ? lastResort(incident) : response;
    }

    /** Returns the renderer for the client and the request headers that determined it. */
    private ContentNegotiator.Choice<Renderer> choose(Incident incident) {
        var headers = incident.request().headers();
        var choice = negotiator.choose(headers);
        var fragment = choice.representation().fragmentRenderer();
        if (fragment.isEmpty() || !ContentNegotiator.wantsFragment(headers)) {
            return choice;
        }
        var varyHeaders = new LinkedHashSet<>(choice.varyHeaders());
        varyHeaders.addAll(ContentNegotiator.FRAGMENT_HEADERS);
        return new ContentNegotiator.Choice<>(fragment.get(), List.copyOf(varyHeaders));
    }

    /** Returns the response that a renderer produces, or null if it fails. */
    private @Nullable ErrorResponse tryRendering(
            Incident incident, ErrorReport report, Renderer renderer, List<String> varyHeaders) {
        var format = "negotiated";
        try {
            format = renderer.contentType();
            var body = renderer.render(report);
            var headers = ResponseHeaders.of(report, renderer, varyHeaders);
            return new ErrorResponse(incident.verdict().disposition(), report.status(), incident.id(), headers, body);
        } catch (Throwable broken) {
            reports.listeners().onRenderFailure(incident, RenderFailure.of(format, broken));
            return null;
        }
    }

    /** Returns constant bytes with the status of the incident, for when no report can be rendered. */
    public static ErrorResponse lastResort(Incident incident) {
        return constant(incident, LAST_RESORT);
    }

    /** Returns the response to a client that has disconnected. */
    public static ErrorResponse empty(Incident incident) {
        return constant(incident, new byte[0]);
    }

    private static ErrorResponse constant(Incident incident, byte[] body) {
        var verdict = incident.verdict();
        return new ErrorResponse(verdict.disposition(), verdict.status(), incident.id(), MINIMAL_HEADERS, body);
    }
}
