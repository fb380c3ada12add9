package org.errorpages.access;

import java.util.Locale;
import org.errorpages.http.RequestSnapshot;

/** Detects requests that pages of other origins send. */
public final class SameOriginCheck {

    private SameOriginCheck() {}

    /** Returns whether no header names another origin (Fetch Metadata; RFC 6454, section 7). */
    public static boolean isSameOrigin(RequestSnapshot request) {
        var headers = request.headers();
        var host = headers.first("Host").toLowerCase(Locale.ROOT);
        return headers.lines("Sec-Fetch-Site").stream()
                        .allMatch(site -> site.equals("none") || site.equals("same-origin"))
                && headers.lines("Origin").stream()
                        .map(origin -> origin.toLowerCase(Locale.ROOT))
                        .allMatch(origin -> origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
