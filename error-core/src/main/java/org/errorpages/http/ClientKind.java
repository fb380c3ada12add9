package org.errorpages.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guesses the kind of client from request headers, for requests whose Accept header names no form. */
final class ClientKind {

    /** The request headers that {@link #preferred} reads, for Vary. */
    static final List<String> FIELDS =
            List.of("Sec-Fetch-Dest", "Sec-Fetch-Mode", "X-Requested-With", "Content-Type", "User-Agent");

    private static final Set<String> PAGES = Set.of("document", "iframe", "frame", "embed", "object");
    private static final List<String> TERMINALS = List.of("curl/", "Wget/", "HTTPie/", "xh/");

    private ClientKind() {}

    /** Returns the form that suits the client best. */
    static MediaType preferred(Headers headers) {
        var destination = headers.first("Sec-Fetch-Dest");
        if (PAGES.contains(destination) || headers.first("Sec-Fetch-Mode").equals("navigate")) {
            return MediaType.HTML;
        }
        if (!destination.isEmpty() && !destination.equals("empty")) {
            return MediaType.TEXT;
        }
        var sent = headers.first("Content-Type").toLowerCase(Locale.ROOT);
        if (destination.equals("empty")
                || headers.first("X-Requested-With").equals("XMLHttpRequest")
                || sent.startsWith("application/json")
                || sent.contains("+json")) {
            return MediaType.PROBLEM_JSON;
        }
        if (sent.startsWith("application/xml") || sent.startsWith("text/xml")) {
            return MediaType.PROBLEM_XML;
        }
        var agent = headers.first("User-Agent");
        return TERMINALS.stream().anyMatch(agent::startsWith) ? MediaType.TEXT : MediaType.HTML;
    }
}
