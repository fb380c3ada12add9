package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentFields;
import org.errorpages.incident.IncidentId;
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
final class ResponseCache {

    /** Real applications need some hundred; the limit holds even if a renderer misbehaves. */
    private static final int MAX_VARIANTS = 1_000;

    private final Set<Variant> used = ConcurrentHashMap.newKeySet();
    private final Map<Variant, Optional<Template>> templates = new ConcurrentHashMap<>();

    /**
     * The values that determine a public response, apart from the incident-specific fields.
     *
     * @param renderer the renderer of the negotiated format
     * @param messages the texts of the negotiated language
     * @param messageKey the key of the public texts
     * @param varyHeaders the names of the request headers that determined the format
     */
    record Variant(Renderer renderer, Messages messages, PublicMessageKey messageKey, List<String> varyHeaders) {

        // Written out because the generated methods cost the first response of a process the method handle bootstrap.

        @Override
        public boolean equals(Object other) {
            return other instanceof Variant that
                    && renderer == that.renderer
                    && messages == that.messages
                    && messageKey.equals(that.messageKey)
                    && varyHeaders.equals(that.varyHeaders);
        }

        @Override
        public int hashCode() {
            return (System.identityHashCode(renderer) * 31 + System.identityHashCode(messages)) * 31
                    + messageKey.hashCode() * 31
                    + varyHeaders.size();
        }
    }

    /** Returns the cached response of a variant, filled in for an incident, or null if the variant isn't cached. */
    @Nullable ErrorResponse find(Variant variant, Verdict verdict, IncidentFields incident) {
        var template = templates.get(variant);
        return template == null || template.isEmpty() ? null : template.get().fill(verdict, incident);
    }

    /**
     * Records that a response of a variant has been rendered, and caches the variant on its second use. Never throws.
     *
     * @param report the public report that has been rendered
     * @param incident the fields of the report's incident
     */
    void add(Variant variant, ErrorReport report, IncidentFields incident) {
        try {
            if (used.size() >= MAX_VARIANTS) {
                used.clear();
                templates.clear();
            }
            if (!used.add(variant) && !templates.containsKey(variant)) {
                templates.put(variant, Template.of(variant, report, incident));
            }
        } catch (Throwable broken) {
            // The response is complete; the next one of the variant tries again.
        }
    }

    /**
     * A rendered public response, split at the incident-specific fields.
     *
     * <p>The body is rendered once with sentinel values in these fields, and split where they occur. The sentinels consist of
     * letters, digits, spaces, {@code -} and {@code :}, which no format escapes.
     */
    private static final class Template {

        private static final IncidentFields SENTINELS = new IncidentFields(
                new IncidentId(new UUID(0x9d5c_1f27_a8e3_4b60L, 0x9e17_c3d4_5a2b_f806L)),
                Instant.parse("2001-09-09T01:46:40Z"),
                483_929);

        private static final Map<String, Field> FIELDS = fields();
        private static final Pattern SENTINEL = Pattern.compile(String.join("|", FIELDS.keySet()));

        private final Map<String, String> headers;
        private final List<byte[]> literals = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private final AtomicReference<@Nullable FormattedSecond> latest = new AtomicReference<>();

        private Template(Map<String, String> headers, String body) {
            this.headers = headers;
            var sentinel = SENTINEL.matcher(body);
            int end = 0;
            while (sentinel.find()) {
                literals.add(body.substring(end, sentinel.start()).getBytes(StandardCharsets.ISO_8859_1));
                fields.add(Objects.requireNonNull(FIELDS.get(sentinel.group())));
                end = sentinel.end();
            }
            literals.add(body.substring(end).getBytes(StandardCharsets.ISO_8859_1));
        }

        private static Map<String, Field> fields() {
            var second = FormattedSecond.of(SENTINELS.time());
            var fields = new HashMap<String, Field>();
            for (var field : Field.values()) {
                fields.put(new String(field.value(SENTINELS, second), StandardCharsets.US_ASCII), field);
            }
            return fields;
        }

        /** Returns the template of a variant, or empty if filling it in gives other bytes than rendering. */
        static Optional<Template> of(Variant variant, ErrorReport report, IncidentFields incident) {
            var renderer = variant.renderer();
            long retryAfter = incident.retryAfterSeconds() == 0 ? 0 : SENTINELS.retryAfterSeconds();
            var body = renderer.render(
                    report.withIncidentFields(new IncidentFields(SENTINELS.incident(), SENTINELS.time(), retryAfter)));
            // ISO 8859-1 maps each byte to one character, whatever the charset of the body.
            var template = new Template(
                    ResponseHeaders.ofFormat(report, renderer, variant.varyHeaders()),
                    new String(body, StandardCharsets.ISO_8859_1));
            boolean isExact = Arrays.equals(ErrorResponse.joined(template.body(incident)), renderer.render(report));
            return isExact ? Optional.of(template) : Optional.empty();
        }

        ErrorResponse fill(Verdict verdict, IncidentFields incident) {
            return new ErrorResponse(
                    verdict.disposition(),
                    verdict.status(),
                    incident.incident(),
                    ResponseHeaders.complete(headers, verdict.headers(), incident.retryAfterSeconds()),
                    body(incident));
        }

        private byte[][] body(IncidentFields incident) {
            var second = formatted(incident.time());
            var parts = new byte[literals.size() + fields.size()][];
            for (int i = 0; i < literals.size(); i++) {
                parts[2 * i] = literals.get(i);
            }
            for (int i = 0; i < fields.size(); i++) {
                parts[2 * i + 1] = fields.get(i).value(incident, second);
            }
            return parts;
        }

        /** Formatting a time costs as much as the rest of the response, and many failures share a second. */
        private FormattedSecond formatted(Instant time) {
            var known = latest.get();
            if (known == null || known.epochSecond() != time.getEpochSecond()) {
                known = FormattedSecond.of(time);
                latest.set(known);
            }
            return known;
        }
    }

    /** A field of the body whose value depends on the incident. */
    private enum Field {
        INCIDENT_ID,
        UUID,
        TIME,
        CLOCK,
        RETRY_AFTER;

        byte[] value(IncidentFields incident, FormattedSecond second) {
            return switch (this) {
                case INCIDENT_ID -> incident.incident().ascii();
                case UUID -> ascii(incident.incident().uuid().toString());
                case TIME -> second.iso();
                case CLOCK -> second.clock();
                case RETRY_AFTER -> ascii(Long.toString(incident.retryAfterSeconds()));
            };
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Nothing compares seconds.
    private record FormattedSecond(long epochSecond, byte[] iso, byte[] clock) {

        static FormattedSecond of(Instant time) {
            return new FormattedSecond(
                    time.getEpochSecond(), ascii(ReportView.isoTime(time)), ascii(ReportView.clockTime(time)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
