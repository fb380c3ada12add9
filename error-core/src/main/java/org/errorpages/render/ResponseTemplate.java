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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.errorpages.incident.IncidentFields;
import org.errorpages.incident.IncidentId;
import org.errorpages.report.ErrorReport;
import org.errorpages.status.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A rendered public response, split at the incident-specific fields.
 *
 * <p>The body is rendered once with sentinel values in these fields, and split where they occur. The sentinels consist of
 * letters, digits, spaces, {@code -} and {@code :}, which no format escapes.
 */
final class ResponseTemplate {

    private static final IncidentFields SENTINELS = new IncidentFields(
            new IncidentId(new UUID(0x9d5c_1f27_a8e3_4b60L, 0x9e17_c3d4_5a2b_f806L)),
            Instant.parse("2001-09-09T01:46:40Z"),
            483_929);

    private static final Map<String, Field> FIELDS = fields();
    private static final Pattern SENTINEL = Pattern.compile(String.join("|", FIELDS.keySet()));

    private final Map<String, String> headers;
    private final List<byte[]> literals = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final AtomicReference<@Nullable Second> latest = new AtomicReference<>();

    private ResponseTemplate(Map<String, String> headers, String body) {
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

    /** The values of the template's fields that change only from one second to the next. */
    @SuppressWarnings("ArrayRecordComponent") // Nothing compares seconds.
    private record Second(long epochSecond, byte[] iso, byte[] clock) {

        static Second of(Instant time) {
            return new Second(time.getEpochSecond(), ascii(TimeText.toTheSecond(time)), ascii(TimeText.clock(time)));
        }
    }

    /** A field of the body whose value depends on the incident. */
    private enum Field {
        INCIDENT_ID,
        UUID,
        TIME,
        CLOCK,
        RETRY_AFTER;

        byte[] value(IncidentFields occasion, Second second) {
            return switch (this) {
                case INCIDENT_ID -> occasion.incident().ascii();
                case UUID -> ascii(occasion.incident().uuid().toString());
                case TIME -> second.iso();
                case CLOCK -> second.clock();
                case RETRY_AFTER -> ascii(Long.toString(occasion.retryAfterSeconds()));
            };
        }
    }

    private static Map<String, Field> fields() {
        var second = Second.of(SENTINELS.time());
        var fields = new HashMap<String, Field>();
        for (var field : Field.values()) {
            fields.put(new String(field.value(SENTINELS, second), StandardCharsets.US_ASCII), field);
        }
        return fields;
    }

    /**
     * Returns the template of a variant, or empty if filling it in for an incident doesn't give the bytes that rendering
     * gives.
     *
     * @param report the report of the incident
     * @param occasion the incident-specific fields of the report
     */
    static Optional<ResponseTemplate> of(ResponseCache.Variant variant, ErrorReport report, IncidentFields occasion) {
        var renderer = variant.renderer();
        long retryAfter = occasion.retryAfterSeconds() == 0 ? 0 : SENTINELS.retryAfterSeconds();
        var body = renderer.render(report.on(new IncidentFields(SENTINELS.incident(), SENTINELS.time(), retryAfter)));
        // ISO 8859-1 maps each byte to one character, whatever the charset of the body.
        var template = new ResponseTemplate(
                ResponseHeaders.ofFormat(report, renderer, variant.deciding()),
                new String(body, StandardCharsets.ISO_8859_1));
        boolean isExact = Arrays.equals(ErrorResponse.joined(template.body(occasion)), renderer.render(report));
        return isExact ? Optional.of(template) : Optional.empty();
    }

    /** Returns the response to an incident. */
    ErrorResponse fill(Verdict verdict, IncidentFields occasion) {
        return new ErrorResponse(
                verdict.disposition(),
                verdict.status(),
                occasion.incident(),
                ResponseHeaders.complete(headers, verdict.headers(), occasion.retryAfterSeconds()),
                body(occasion));
    }

    private byte[][] body(IncidentFields occasion) {
        var second = second(occasion.time());
        var parts = new byte[literals.size() + fields.size()][];
        for (int i = 0; i < literals.size(); i++) {
            parts[2 * i] = literals.get(i);
        }
        for (int i = 0; i < fields.size(); i++) {
            parts[2 * i + 1] = fields.get(i).value(occasion, second);
        }
        return parts;
    }

    /** Formatting a time costs as much as the rest of the response, and many failures share a second. */
    private Second second(Instant time) {
        var known = latest.get();
        if (known == null || known.epochSecond() != time.getEpochSecond()) {
            known = Second.of(time);
            latest.set(known);
        }
        return known;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
