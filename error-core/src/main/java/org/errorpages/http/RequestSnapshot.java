package org.errorpages.http;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.errorpages.resource.Lazy;
import org.jspecify.annotations.Nullable;

/**
 * Holds the values of the failed request, which outlive the request.
 *
 * @param method the method of the request line, even if a container dispatches its error page as GET
 * @param path the path of the request target as received, without the query
 * @param query the query as received, or null
 * @param remoteAddress the numeric address of the peer, or the empty string if unknown; never from a forwarding header
 * @param handler the name of the handler of the request, such as a servlet, or null
 * @param language the BCP 47 tag of the user's language, or null if unknown; it overrides Accept-Language
 * @param lazyDetails further values, for developers only
 */
public record RequestSnapshot(
        String method,
        String path,
        @Nullable String query,
        RequestHeaders headers,
        String remoteAddress,
        @Nullable String handler,
        @Nullable String language,
        Lazy<DeveloperRequestDetails> lazyDetails) {

    private static final Lazy<DeveloperRequestDetails> NO_DETAILS = Lazy.of(() -> DeveloperRequestDetails.NONE);

    public RequestSnapshot {
        Objects.requireNonNull(method);
        Objects.requireNonNull(path);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(remoteAddress);
        Objects.requireNonNull(lazyDetails);
    }

    /** Creates a snapshot without details. */
    public RequestSnapshot(
            String method,
            String path,
            @Nullable String query,
            RequestHeaders headers,
            String remoteAddress,
            @Nullable String handler,
            @Nullable String language) {
        this(method, path, query, headers, remoteAddress, handler, language, NO_DETAILS);
    }

    /** Returns a snapshot with method and path only. */
    public static RequestSnapshot of(String method, String path) {
        return new RequestSnapshot(method, path, null, RequestHeaders.none(), "", null, null);
    }

    /** Returns a copy with one more header line. */
    public RequestSnapshot withHeader(String name, String value) {
        return new RequestSnapshot(
                method, path, query, headers.plus(name, value), remoteAddress, handler, language, lazyDetails);
    }

    /** Returns a copy with the query. */
    public RequestSnapshot withQuery(@Nullable String newQuery) {
        return new RequestSnapshot(method, path, newQuery, headers, remoteAddress, handler, language, lazyDetails);
    }

    /** Returns a copy with the address of the peer. */
    public RequestSnapshot withRemoteAddress(String address) {
        return new RequestSnapshot(method, path, query, headers, address, handler, language, lazyDetails);
    }

    /** Returns a copy with the language of the user. */
    public RequestSnapshot withLanguage(@Nullable String newLanguage) {
        return new RequestSnapshot(method, path, query, headers, remoteAddress, handler, newLanguage, lazyDetails);
    }

    /** Returns a copy with details, which are read from the request when a developer report needs them. */
    public RequestSnapshot withDetails(Supplier<DeveloperRequestDetails> newDetails) {
        return new RequestSnapshot(method, path, query, headers, remoteAddress, handler, language, Lazy.of(newDetails));
    }

    /** Returns the details, read on the first call. */
    public DeveloperRequestDetails details() {
        return lazyDetails.get();
    }

    /** Returns the parameters of the query, decoded. */
    public List<NamedValue> parameters() {
        return NamedValue.ofQuery(query);
    }

    /** Returns the cookies. */
    public List<NamedValue> cookies() {
        return NamedValue.ofCookies(headers.lines("Cookie"));
    }

    /** Returns whether the method is safe, so that a retry has no side effects (RFC 9110, 9.2.1). */
    public boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") || method.equals("TRACE");
    }

    /** Returns whether the method may store its content (RFC 9110, 9.3.3 and 9.3.4; RFC 5789). */
    public boolean mayStoreContent() {
        return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    }
}
