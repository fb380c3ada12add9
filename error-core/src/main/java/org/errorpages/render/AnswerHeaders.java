package org.errorpages.render;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.errorpages.media.MediaType;
import org.errorpages.report.DeveloperReport;
import org.errorpages.report.ErrorReport;
import org.errorpages.report.Recurrence;

/** The header fields of an answer (RFC 9110, section 15; no error is ever stored). */
public final class AnswerHeaders {

    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection", "trailer");

    private static final int MAX_FIELD = 600;

    private AnswerHeaders() {}

    /**
     * Returns the fields of an answer.
     *
     * @param report what is answered
     * @param renderer the form in which it is
     * @param deciding the request headers that decided about the form
     */
    public static Map<String, String> of(ErrorReport report, Renderer renderer, List<String> deciding) {
        return completed(ofForm(report, renderer, deciding), report.headers(), report.retryAfterSeconds());
    }

    /** Returns those that do not belong to one incident alone, unless a developer is told of it. */
    static Map<String, String> ofForm(ErrorReport report, Renderer renderer, List<String> deciding) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", renderer.contentType());
        headers.put("Content-Language", report.messages().tag());
        headers.put("Vary", String.join(", ", deciding) + ", Accept-Language");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Robots-Tag", "noindex");
        headers.put("Referrer-Policy", "no-referrer");
        headers.putAll(renderer.headers(report));
        report.forDeveloper()
                .map(DeveloperReport::recurrence)
                .map(Recurrence::path)
                .ifPresent(path -> headers.put("Link", "<" + path + ">; rel=\"describedby\""));
        report.forDeveloper().ifPresent(developer -> {
            headers.put("X-Error-Diagnosis", ascii(developer.diagnosis()));
            headers.put("X-Error-Decision", ascii(developer.decision().because().rule()));
        });
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Returns the fields with those that belong to one incident.
     *
     * @param fields the fields of the answer, which may not be changed
     * @param foreign what the application adds
     * @param retryAfterSeconds when a client may come again, or 0 for unknown
     */
    static Map<String, String> completed(
            Map<String, String> fields, Map<String, String> foreign, long retryAfterSeconds) {
        if (foreign.isEmpty() && retryAfterSeconds == 0) {
            return fields;
        }
        var headers = new LinkedHashMap<String, String>();
        foreign.forEach((name, value) -> addForeign(headers, name, value));
        headers.putAll(fields);
        if (retryAfterSeconds > 0) {
            headers.put("Retry-After", Long.toString(retryAfterSeconds));
        }
        return Collections.unmodifiableMap(headers);
    }

    /**
     * Returns a text as a field may hold it: what is not printable ASCII, or may be markup, is escaped as in a URL. Of a
     * long one it returns whole characters only.
     */
    private static String ascii(String text) {
        var field = new StringBuilder();
        for (var c : text.codePoints().mapToObj(Character::toString).toList()) {
            var escaped = escaped(c);
            if (field.length() + escaped.length() > MAX_FIELD) {
                break;
            }
            field.append(escaped);
        }
        return field.toString();
    }

    private static String escaped(String character) {
        char c = character.charAt(0);
        if (c >= ' ' && c < 0x7f && "%<>\"".indexOf(c) < 0) {
            return character;
        }
        var escaped = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return escaped.toString();
    }

    /** What an application adds must not be able to split the header or to contradict the body. */
    private static void addForeign(Map<String, String> headers, String name, String value) {
        boolean token = MediaType.isToken(name);
        boolean clean = value.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t');
        if (token && clean && !FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            headers.put(name, value);
        }
    }
}
