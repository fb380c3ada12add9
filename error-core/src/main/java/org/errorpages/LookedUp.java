package org.errorpages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.errorpages.render.Rendition;
import org.errorpages.render.Reply;

/** Makes a reply of an answer that is looked at again. What would have a browser act, such as to ask for a password, is left out. */
final class LookedUp {

    private static final String POLICY = "Content-Security-Policy";
    private static final String NOBODY = "frame-ancestors 'none'";
    private static final String OWN_PAGES = "frame-ancestors 'self'";

    private static final Set<String> OF_THE_BODY = Set.of(
            "content-type",
            "content-language",
            "vary",
            "cache-control",
            "x-content-type-options",
            "x-robots-tag",
            "referrer-policy",
            "content-security-policy");

    private static final Set<String> OF_THE_STATUS =
            Set.of("retry-after", "proxy-status", "allow", "accept", "accept-patch", "accept-post");

    private LookedUp() {}

    /** Returns the page of a developer: found, so 200. */
    static Reply page(Rendition answer) {
        var headers = kept(answer, false);
        headers.putIfAbsent(POLICY, "default-src 'none'; " + NOBODY);
        return new Reply(200, headers, body(answer));
    }

    /** Returns what a user gets, with its status; a page of the same origin may frame it. */
    static Reply preview(Rendition answer) {
        var headers = kept(answer, true);
        headers.merge(POLICY, "default-src 'none'; " + OWN_PAGES, (strict, own) -> strict.replace(NOBODY, OWN_PAGES));
        return new Reply(answer.status().code(), headers, body(answer));
    }

    private static Map<String, String> kept(Rendition answer, boolean ofTheStatus) {
        var kept = new LinkedHashMap<String, String>();
        answer.headers().forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (OF_THE_BODY.contains(lower) || (ofTheStatus && OF_THE_STATUS.contains(lower))) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private static byte[] body(Rendition answer) {
        var body = new ByteArrayOutputStream(answer.length());
        try {
            answer.writeTo(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }
}
