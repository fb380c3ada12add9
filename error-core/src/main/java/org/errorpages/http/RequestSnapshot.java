package org.errorpages.http;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the request that failed, as plain values that outlive the request.
 *
 * @param method the method of the request line, also where a container dispatches its error page as GET
 * @param path the path of the request target as received, without the query
 * @param query the query as received, or null
 * @param headers the header fields
 * @param remoteAddress the numeric address of the peer of the connection, or the empty string where it is unknown;
 *     never taken from a forwarding header
 * @param handler the name of what handled the request, such as a servlet's, or null
 * @param language the language that the application knows its user to read, as a BCP 47 tag, or null; it comes before
 *     what Accept-Language says
 * @param details what is known besides; nothing but for a developer
 */
public record RequestSnapshot(
        String method,
        String path,
        @Nullable String query,
        Headers headers,
        String remoteAddress,
        @Nullable String handler,
        @Nullable String language,
        RequestDetails details) {

    public RequestSnapshot {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(details);
    }

    /** Creates the facts of a request without details. */
    public RequestSnapshot(
            String method,
            String path,
            @Nullable String query,
            Headers headers,
            String remoteAddress,
            @Nullable String handler,
            @Nullable String language) {
        this(method, path, query, headers, remoteAddress, handler, language, RequestDetails.NONE);
    }

    /** Creates the facts of a request of whose user the application knows no language. */
    public RequestSnapshot(
            String method,
            String path,
            @Nullable String query,
            Headers headers,
            String remoteAddress,
            @Nullable String handler) {
        this(method, path, query, headers, remoteAddress, handler, null);
    }

    /** Returns the facts of a request of which nothing else is known. */
    public static RequestSnapshot of(String method, String path) {
        return new RequestSnapshot(method, path, null, Headers.none(), "", null);
    }

    /** Returns these facts with one header line more. */
    public RequestSnapshot withHeader(String name, String value) {
        return new RequestSnapshot(
                method, path, query, headers.plus(name, value), remoteAddress, handler, language, details);
    }

    /** Returns these facts with the query. */
    public RequestSnapshot withQuery(@Nullable String newQuery) {
        return new RequestSnapshot(method, path, newQuery, headers, remoteAddress, handler, language, details);
    }

    /** Returns these facts as of a client at the address. */
    public RequestSnapshot from(String address) {
        return new RequestSnapshot(method, path, query, headers, address, handler, language, details);
    }

    /** Returns these facts of a user who reads the language. */
    public RequestSnapshot readBy(String newLanguage) {
        return new RequestSnapshot(method, path, query, headers, remoteAddress, handler, newLanguage, details);
    }

    /** Returns these facts with the details. */
    public RequestSnapshot withDetails(RequestDetails newDetails) {
        return new RequestSnapshot(method, path, query, headers, remoteAddress, handler, language, newDetails);
    }

    /** Returns the parameters of the query, decoded. */
    public List<NamedValue> parameters() {
        return NamedValue.ofQuery(query);
    }

    /** Returns the cookies. */
    public List<NamedValue> cookies() {
        return NamedValue.ofCookies(headers.lines("Cookie"));
    }

    /** Returns whether the method is defined as safe, so that a repetition asks for nothing new (RFC 9110, 9.2.1). */
    public boolean safe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") || method.equals("TRACE");
    }

    /** Returns whether the method is one that has its content stored (RFC 9110, 9.3.3 and 9.3.4; RFC 5789). */
    public boolean stores() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
