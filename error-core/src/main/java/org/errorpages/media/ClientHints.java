package org.errorpages.media;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.errorpages.request.HeaderFields;

/** What a request tells of its client where its Accept header names no form. */
final class ClientHints {

    /** The request headers that are read here, for the Vary of an answer that they decided. */
    static final List<String> FIELDS =
            List.of("Sec-Fetch-Dest", "Sec-Fetch-Mode", "X-Requested-With", "Content-Type", "User-Agent");

    /** The request headers by which scripts ask for a part of a page. */
    static final List<String> OF_PARTS =
            List.of("HX-Request", "HX-Boosted", "Turbo-Frame", "X-PJAX", "X-Requested-With");

    private static final Set<String> PAGES = Set.of("document", "iframe", "frame", "embed", "object");
    private static final List<String> TERMINALS = List.of("curl/", "Wget/", "HTTPie/", "xh/");

    private ClientHints() {}

    /** Returns the form that suits the client best. */
    static MediaType preferred(HeaderFields headers) {
        var destination = headers.first("Sec-Fetch-Dest");
        if (PAGES.contains(destination) || headers.first("Sec-Fetch-Mode").equals("navigate")) {
            return MediaType.HTML;
        }
        if (!destination.isEmpty() && !destination.equals("empty")) {
            return MediaType.TEXT;
        }
        if (destination.equals("empty") || headers.first("X-Requested-With").equals("XMLHttpRequest")) {
            return MediaType.PROBLEM_JSON;
        }
        return byContent(headers);
    }

    /** Returns whether a script wants a part of a page, to put it into the one it has: htmx, Turbo, pjax, jQuery. */
    static boolean wantsPart(HeaderFields headers) {
        boolean htmx = headers.first("HX-Request").equals("true")
                && !headers.first("HX-Boosted").equals("true");
        return htmx
                || !headers.first("Turbo-Frame").isEmpty()
                || headers.first("X-PJAX").equals("true")
                || headers.first("X-Requested-With").equals("XMLHttpRequest");
    }

    private static MediaType byContent(HeaderFields headers) {
        var sent = headers.first("Content-Type").toLowerCase(Locale.ROOT);
        if (sent.startsWith("application/json") || sent.contains("+json")) {
            return MediaType.PROBLEM_JSON;
        }
        if (sent.startsWith("application/xml") || sent.startsWith("text/xml")) {
            return MediaType.PROBLEM_XML;
        }
        var agent = headers.first("User-Agent");
        return TERMINALS.stream().anyMatch(agent::startsWith) ? MediaType.TEXT : MediaType.HTML;
    }
}
