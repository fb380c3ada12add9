package org.errorpages.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentFields;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.PublicMessageKey;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Caches rendered public responses and fills in the incident-specific fields. Thread-safe.
 *
 * <p>A variant is cached on its second use: a response that is needed once isn't worth the time, least of all in a
 * process that has just started. No part of a variant and no byte of a cached response comes from a request.
 */
public final class ResponseCache {

    /** Real applications need some hundred; the limit holds even if a renderer misbehaves. */
    private static final int MAX_VARIANTS = 1_000;

    private final Set<Variant> used = ConcurrentHashMap.newKeySet();
    private final Map<Variant, Optional<ResponseTemplate>> templates = new ConcurrentHashMap<>();

    /**
     * The values that determine a public response, apart from the incident-specific fields.
     *
     * @param renderer the renderer of the negotiated format
     * @param messages the texts of the negotiated language
     * @param wording the key of the public texts
     * @param deciding the names of the request headers that determined the format
     */
    public record Variant(Renderer renderer, Messages messages, PublicMessageKey wording, List<String> deciding) {

        // Written out because the generated methods cost the first response of a process the method handle bootstrap.

        @Override
        public boolean equals(Object other) {
            return other instanceof Variant that
                    && renderer == that.renderer
                    && messages == that.messages
                    && wording.equals(that.wording)
                    && deciding.equals(that.deciding);
        }

        @Override
        public int hashCode() {
            return (System.identityHashCode(renderer) * 31 + System.identityHashCode(messages)) * 31
                    + wording.hashCode() * 31
                    + deciding.size();
        }
    }

    /**
     * Returns the cached response of a variant, filled in for an incident, or null if the variant isn't cached.
     *
     * @param verdict the verdict of the incident
     * @param occasion the fields of the incident
     */
    public @Nullable ErrorResponse find(Variant variant, Verdict verdict, IncidentFields occasion) {
        var template = templates.get(variant);
        return template == null || template.isEmpty() ? null : template.get().fill(verdict, occasion);
    }

    /**
     * Records that a response of a variant has been rendered, and caches the variant on its second use. Never throws.
     *
     * @param report the public report that has been rendered
     * @param occasion the fields of the report's incident
     */
    public void add(Variant variant, ErrorReport report, IncidentFields occasion) {
        try {
            if (used.size() >= MAX_VARIANTS) {
                used.clear();
                templates.clear();
            }
            if (!used.add(variant) && !templates.containsKey(variant)) {
                templates.put(variant, ResponseTemplate.of(variant, report, occasion));
            }
        } catch (Throwable broken) {
            // The response is complete; the next one of the variant tries again.
        }
    }
}
