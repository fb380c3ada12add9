package org.errorpages;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.errorpages.request.HeaderFields;
import org.errorpages.request.RequestFacts;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for in the inbox: {@code ""}, {@code /ID}, {@code /ID/public} or {@code /ID/public/ko}; the last three
 * perhaps with a suffix such as {@code .json}.
 *
 * @param id the number of an incident, or null for the list
 * @param ofThePublic whether it is what users saw of it
 * @param language the language that the user is to read, or null for the one that the user read
 * @param mediaType the form that is asked for by the suffix, or null
 */
record InboxPath(@Nullable String id, boolean ofThePublic, @Nullable String language, @Nullable String mediaType) {

    private static final String TAG = "[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}";
    private static final Pattern BELOW =
            Pattern.compile("/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})(/public(?:/(" + TAG + "))?)?(\\.[a-z]{2,4})?");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|.*&)lang=(" + TAG + ")(?:&.*)?", Pattern.DOTALL);
    private static final Map<String, String> SUFFIXES = Map.of(
            ".html", "text/html",
            ".json", "application/json",
            ".xml", "application/xml",
            ".txt", "text/plain",
            ".md", "text/markdown");

    /** Returns what a request asks for, or null if it is nothing of the inbox. */
    static @Nullable InboxPath of(String inbox, RequestFacts request) {
        boolean looks = request.method().equals("GET") || request.method().equals("HEAD");
        if (!looks || !request.path().startsWith(inbox)) {
            return null;
        }
        var below = request.path().substring(inbox.length());
        return below.isEmpty() ? new InboxPath(null, false, null, null) : of(below, request.query());
    }

    private static @Nullable InboxPath of(String below, @Nullable String query) {
        var match = BELOW.matcher(below);
        if (!match.matches() || (match.group(4) != null && !SUFFIXES.containsKey(match.group(4)))) {
            return null;
        }
        var language = match.group(3) == null ? inQuery(query) : match.group(3);
        var suffix = match.group(4);
        return new InboxPath(
                match.group(1), match.group(2) != null, language, suffix == null ? null : SUFFIXES.get(suffix));
    }

    private static @Nullable String inQuery(@Nullable String query) {
        var match = IN_QUERY.matcher(query == null ? "" : query);
        return match.matches() ? match.group(1) : null;
    }

    /** Returns a request as one that asks for the form and the language of this path. */
    RequestFacts asking(RequestFacts request) {
        var inLanguage = language == null ? request : request.readBy(language);
        if (mediaType == null) {
            return inLanguage;
        }
        var headers = HeaderFields.of(Map.of(
                "Accept", List.of(mediaType),
                "Accept-Language", request.headers().lines("Accept-Language")));
        return new RequestFacts(
                request.method(), request.path(), null, headers, request.remoteAddress(), null, inLanguage.language());
    }
}
