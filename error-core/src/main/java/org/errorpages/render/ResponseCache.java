package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.errorpages.i18n.Messages;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.UserMessage;
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
     * @param varyHeaders the names of the request headers that determined the format
     */
    record Variant(Renderer renderer, Messages messages, UserMessage.Key messageKey, List<String> varyHeaders) {}

    /** The fields in which otherwise equal public responses differ. */
    record IncidentFields(IncidentId id, Instant time, long retryAfterSeconds) {}

    /** Returns the cached response of a variant, filled in for an incident, or null if the variant isn't cached. */
    @Nullable ErrorResponse find(Variant variant, Verdict verdict, IncidentFields incident) {
        var template = templates.get(variant);
        return template == null || template.isEmpty() ? null : template.get().fill(verdict, incident);
    }

    /** Records that a public report has been rendered, and caches its variant on the second use. Never throws. */
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

    /** A literal or a field of a body. */
    private interface Part {
        byte[] bytes(IncidentFields incident, FormattedSecond second);
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

        private static final Map<String, Part> FIELDS = Stream.<Part>of(
                        (incident, second) -> incident.id().ascii(),
                        (incident, second) -> ascii(incident.id().uuid().toString()),
                        (incident, second) -> second.iso(),
                        (incident, second) -> second.clock(),
                        (incident, second) -> ascii(Long.toString(incident.retryAfterSeconds())))
                .collect(Collectors.toMap(Template::sentinel, Function.identity()));

        private static final Pattern SENTINEL = Pattern.compile(String.join("|", FIELDS.keySet()));

        private final Map<String, String> headers;
        private final List<Part> parts = new ArrayList<>();
        private final AtomicReference<@Nullable FormattedSecond> latest = new AtomicReference<>();

        private Template(Map<String, String> headers, String body) {
            this.headers = headers;
            int end = 0;
            for (var field : SENTINEL.matcher(body).results().toList()) {
                addLiteral(body.substring(end, field.start()));
                parts.add(Objects.requireNonNull(FIELDS.get(field.group())));
                end = field.end();
            }
            addLiteral(body.substring(end));
        }

        private void addLiteral(String text) {
            var literal = text.getBytes(StandardCharsets.ISO_8859_1);
            parts.add((incident, second) -> literal);
        }

        private static String sentinel(Part field) {
            var bytes = field.bytes(SENTINELS, FormattedSecond.of(SENTINELS.time()));
            return new String(bytes, StandardCharsets.US_ASCII);
        }

        /** Returns the template of a variant, or empty if filling it in gives other bytes than rendering. */
        static Optional<Template> of(Variant variant, ErrorReport report, IncidentFields incident) {
            var renderer = variant.renderer();
            long retryAfter = incident.retryAfterSeconds() == 0 ? 0 : SENTINELS.retryAfterSeconds();
            var body = renderer.render(report.withIncidentFields(SENTINELS.id(), SENTINELS.time(), retryAfter));
            // ISO 8859-1 maps each byte to one character, whatever the charset of the body.
            var template = new Template(
                    ResponseHeaders.ofFormat(report, renderer, variant.varyHeaders()),
                    new String(body, StandardCharsets.ISO_8859_1));
            boolean isExact = Arrays.equals(ErrorResponse.joined(template.body(incident)), renderer.render(report));
            return isExact ? Optional.of(template) : Optional.empty();
        }

        ErrorResponse fill(Verdict verdict, IncidentFields incident) {
            boolean hasOwnHeaders = !verdict.headers().isEmpty() || incident.retryAfterSeconds() > 0;
            return new ErrorResponse(
                    verdict.disposition(),
                    verdict.status(),
                    incident.id(),
                    hasOwnHeaders
                            ? ResponseHeaders.complete(headers, verdict.headers(), incident.retryAfterSeconds())
                            : headers,
                    body(incident));
        }

        private byte[][] body(IncidentFields incident) {
            var second = formatted(incident.time());
            var body = new byte[parts.size()][];
            for (int i = 0; i < body.length; i++) {
                body[i] = parts.get(i).bytes(incident, second);
            }
            return body;
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

    @SuppressWarnings("ArrayRecordComponent") // Nothing compares seconds.
    private record FormattedSecond(long epochSecond, byte[] iso, byte[] clock) {

        static FormattedSecond of(Instant time) {
            return new FormattedSecond(
                    time.getEpochSecond(), ascii(Messages.isoTime(time)), ascii(Messages.clockTime(time)));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
