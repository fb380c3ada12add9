package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.errorpages.http.MediaType;
import org.errorpages.i18n.Messages;
import org.errorpages.report.ErrorReport;

/** Builds the header fields of responses. */
public final class ResponseHeaders {

    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection", "trailer");
    private static final int MAX_FIELD = 600;
    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

    private ResponseHeaders() {}

    /** Returns the fields of the response to a failure; Vary names the request headers that determined the format. */
    public static Map<String, String> of(ErrorReport report, Renderer renderer, List<String> varyHeaders) {
        return complete(ofFormat(report, renderer, varyHeaders), report.headers(), report.retryAfterSeconds());
    }

    /** Returns the fields of every response; no cache may store an error (RFC 9110, section 15). */
    public static Map<String, String> common(String contentType, Messages messages, List<String> varyHeaders) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", contentType);
        headers.put("Content-Language", messages.tag());
        headers.put("Vary", String.join(", ", varyHeaders) + ", Accept-Language");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Robots-Tag", "noindex");
        headers.put("Referrer-Policy", "no-referrer");
        return headers;
    }

    /** Returns the fields that all public responses of a format and language share, and those for a developer. */
    static Map<String, String> ofFormat(ErrorReport report, Renderer renderer, List<String> varyHeaders) {
        var headers = common(renderer.contentType(), report.messages(), varyHeaders);
        headers.putAll(renderer.headers(report));
        var developer = report.developer();
        if (developer != null) {
            var recurrence = developer.recurrence();
            if (recurrence != null && recurrence.path() != null) {
                headers.put("Link", "<" + recurrence.path() + ">; rel=\"describedby\"");
            }
            headers.put("X-Error-Diagnosis", ascii(developer.diagnosis()));
            headers.put("X-Error-Decision", ascii(developer.decision().reason().rule()));
        }
        return Collections.unmodifiableMap(headers);
    }

    /** Returns the fields with those of one incident: others that the application adds, and Retry-After unless 0. */
    static Map<String, String> complete(
            Map<String, String> fields, Map<String, String> applicationHeaders, long retryAfterSeconds) {
        var headers = new LinkedHashMap<String, String>();
        applicationHeaders.forEach((name, value) -> addIfValid(headers, name, value));
        var own = new LinkedHashMap<>(fields);
        if (retryAfterSeconds > 0) {
            own.put("Retry-After", Long.toString(retryAfterSeconds));
        }
        headers.keySet().removeIf(name -> own.keySet().stream().anyMatch(name::equalsIgnoreCase));
        headers.putAll(own);
        return Collections.unmodifiableMap(headers);
    }

    /** Returns a text with everything but harmless printable ASCII percent-encoded, cut after a whole character. */
    private static String ascii(String text) {
        var field = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            boolean isHarmless = c >= ' ' && c < 0x7f && "%<>\"".indexOf(c) < 0;
            var character = Character.toString(c);
            var encoded = isHarmless ? character : PERCENT.formatHex(character.getBytes(StandardCharsets.UTF_8));
            if (field.length() + encoded.length() > MAX_FIELD) {
                break;
            }
            field.append(encoded);
        }
        return field.toString();
    }

    /** Skips a field that could split the header or contradict the body. */
    private static void addIfValid(Map<String, String> headers, String name, String value) {
        boolean isClean = value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t');
        if (MediaType.isToken(name) && isClean && !FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, value);
        }
    }
}
